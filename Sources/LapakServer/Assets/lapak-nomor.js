// lapak-nomor.js: the page of a number renews what changed. Without it the page renews itself as a whole.
(() => {
const $ = s => document.querySelector(s), page = $('#nomor');
if (!page || !window.EventSource) return;
const { alamat: path, putus: broken, umur: age } = page.dataset, fault = $('#galat'), inst = crypto.randomUUID().slice(0, 12);
const state = () => $('#isi-nomor').dataset.keadaan;
let heard = Date.now(), at = new Date(), looking, again, line, opened = 0;
const p = n => String(n).padStart(2, '0'), alive = () => { heard = Date.now(); at = new Date(); fault.hidden = true };
async function look() { if (looking) return again = true; looking = true;
try { const a = await fetch(path + '/isi', { cache: 'no-store' }); if (a.ok) { const box = document.createElement('div'), was = state(), text = $('#kabar').innerHTML; box.innerHTML = await a.text();
const next = box.querySelector('#isi-nomor'); alive();
if (next && (next.dataset.keadaan != was || next.querySelector('#kabar').innerHTML != text)) { const focus = document.activeElement?.getAttribute?.('href'); $('#isi-nomor').replaceWith(next); if (focus) document.querySelector(`#isi-nomor a[href="${CSS.escape(focus)}"]`)?.focus();
if (next.dataset.keadaan != was && ['inside', 'called'].includes(next.dataset.keadaan)) ring() } } } catch {}
looking = false; if (again) { again = false; look() } }
function ring() { if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([300, 100, 300]); try { const c = new AudioContext(), o = c.createOscillator(), g = c.createGain(); g.gain.value = .2; o.connect(g).connect(c.destination); o.start(); o.stop(c.currentTime + .5); o.onended = () => c.close() } catch {} }
function open() { line?.close(); opened = Date.now(); line = new EventSource(`${path}/aliran?inst=${inst}`); line.addEventListener('hb', alive); line.addEventListener('ubah', () => { alive(); look() }) }
let ticks = 0;
setInterval(() => { if (++ticks % 4 == 0) look();
if (Date.now() - heard > 12_000) { fault.textContent = `${broken} ${age} ${p(at.getHours())}${document.documentElement.lang == 'en' ? ':' : '.'}${p(at.getMinutes())}.`; fault.hidden = false; if (Date.now() - opened > 12_000) open(); look() } }, 5000);
document.addEventListener('visibilitychange', () => { if (!document.hidden) { look(); if (line.readyState == 2) open() } });
addEventListener('pageshow', e => e.persisted && (open(), look()));
open();
})();
