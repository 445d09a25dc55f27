// lapak-berkas.js: sends a paper in pieces (tus 1.0) that survive a bad line, a closed tab and a restarted phone.
// Without it the page is a plain form.
(() => {
const $ = s => document.querySelector(s), say = (id, en) => document.documentElement.lang == 'en' ? en : id, to = '/berkas/kirim', piece = 262144;
const box = $('#kirim'), form = $('#f-foto'), list = $('#daftar');
if (!box) return;
// 1 what is on its way stays on this device until it has arrived, marked with its claim
const open = () => new Promise((done, fail) => { const q = indexedDB.open('berkas', 1); q.onupgradeneeded = () => q.result.createObjectStore('kirim', { keyPath: 'key' }); q.onsuccess = () => done(q.result); q.onerror = fail });
const shelf = async act => { try { const db = await open(); return await new Promise((done, fail) => { const t = db.transaction('kirim', 'readwrite'), q = act(t.objectStore('kirim')); t.oncomplete = () => { db.close(); done(q.result) }; t.onabort = t.onerror = fail }) } catch {} };
const keep = one => shelf(s => s.put(one)), drop = one => shelf(s => s.delete(one.key)), kept = async () => await shelf(s => s.getAll()) || [];
// 2 one request at a time
let line, stopped, wake;
const ask = (method, url, fields, body, moved) => new Promise((done, fail) => { const x = line = new XMLHttpRequest(); x.open(method, url); x.timeout = 9e4;
x.setRequestHeader('Tus-Resumable', '1.0.0'); x.setRequestHeader('Accept', 'application/json'); for (const n in fields) x.setRequestHeader(n, fields[n]);
if (moved) x.upload.onprogress = e => moved(e.loaded); x.onload = () => done(x); x.onerror = x.ontimeout = x.onabort = () => fail(x); x.send(body) });
const rest = ms => new Promise(done => { wake = done; setTimeout(done, ms) }), online = () => navigator.onLine ? 0 : new Promise(done => { wake = done; addEventListener('online', done, { once: true }) });
addEventListener('offline', () => line?.abort()); addEventListener('online', () => wake?.());
const no = x => { let words; try { words = JSON.parse(x.responseText).detail } catch {} return { words: words || say('Berkas belum terkirim. Muat ulang halaman, lalu coba lagi.', 'The file was not sent. Reload the page, then try again.'), again: x.status == 403 } };
const b64 = s => btoa(String.fromCharCode(...new TextEncoder().encode(s)));
async function create(one) {
const about = { paper: one.paper, filename: one.name, filetype: one.type, sha256: one.sha };
const x = await ask('POST', to, { 'Upload-Length': one.bytes.byteLength, 'Upload-Metadata': Object.keys(about).filter(k => about[k]).map(k => k + ' ' + b64(about[k])).join() });
if (x.status != 201) throw x;
one.url = new URL(x.getResponseHeader('Location'), location).pathname; await keep(one) }
// 3 goes on from the offset that the server has, however often the line breaks; true when everything is there
async function send(one) {
const size = one.bytes.byteLength; let at, tries = 0, odd = 0;
while (!stopped) { await online(); if (stopped) break;
try {
if (!one.url) { await create(one); at = 0 }
if (at == null) { const x = await ask('HEAD', one.url); if (x.status >= 300) throw x; at = +x.getResponseHeader('Upload-Offset'); if (at >= size) return true }
show(at / size);
const x = await ask('PATCH', one.url, { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': at }, one.bytes.slice(at, at + piece), sent => show((at + sent) / size));
if (x.status >= 300) throw x;
at = +x.getResponseHeader('Upload-Offset'); tries = 0; show(at / size); tell(''); if (at >= size) return true
} catch (x) {
if (stopped) break;
if (!(x instanceof XMLHttpRequest)) throw x;
const s = x.status, gone = s == 404 || s == 410;
if (s >= 400 && s < 500 && (!one.url ? s != 408 : ![404, 408, 409, 410, 423, 429, 460].includes(s) || s != 423 && s != 429 && ++odd > 5)) throw no(x);
at = null; if (gone && one.url) one.url = '';
if (!s) tell(say('Sambungan terputus. Kiriman dilanjutkan otomatis.', 'The connection broke. Sending goes on by itself.'));
if (!gone) await rest(Math.min(3e4, 500 * 2 ** tries++)) } } }
// 4 what people see and hear
let told;
const tell = words => { const at = $('#kabar'); if (at.textContent != words) at.textContent = words };
const fault = words => $('#galat').textContent = words;
function show(share) { const p = Math.min(100, share * 100 | 0), step = p - p % 25; $('#maju').value = p; $('#persen').textContent = p + '%'; if (step > told) { told = step; tell(say('Terkirim ', 'Sent ') + step + '%') } }
async function run(one) {
stopped = false; told = 0; fault(''); tell(''); $('#judul').textContent = say('Mengirim: ', 'Sending: ') + one.title; box.hidden = false; if (form) form.hidden = true; if (busy) $('#judul').focus(); show(0);
let done;
try { done = navigator.locks ? await navigator.locks.request('berkas ' + one.key, { ifAvailable: true }, lock => lock && send(one)) : await send(one); if (done || stopped) await drop(one) }
catch (e) { fault(e.words || no({}).words); if (!e.again) await drop(one) }
if (stopped && one.url) await ask('DELETE', one.url).catch(() => {});
box.hidden = true; if (done && form) return location.assign('/berkas'); if (form) form.hidden = false; if (list) await look() }
$('#henti').onclick = () => { stopped = true; line?.abort(); wake?.(); fault(say('Pengiriman dibatalkan. Berkas ini tidak disimpan.', 'Sending was cancelled. This file was not kept.')) };
// 5 camera or file; large photos become smaller here, PDFs stay as they are
let chosen, busy;
const shrink = async file => { if (!file.type.startsWith('image/')) return file;
try { const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }), k = Math.min(1, form.dataset.sisi / Math.max(picture.width, picture.height)), c = $('#lihat'), d = c.getContext('2d');
c.width = Math.round(picture.width * k); c.height = Math.round(picture.height * k); d.fillStyle = '#fff'; d.fillRect(0, 0, c.width, c.height); d.drawImage(picture, 0, 0, c.width, c.height); c.hidden = false;
if (k == 1 && /jpeg|png/.test(file.type)) return file;
const small = await new Promise(done => c.toBlob(done, 'image/jpeg', .75));
return small ? new File([small], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file } catch { return file } };
if (form && self.indexedDB) { const input = form.elements.berkas, b = form.querySelector('.btn:not(.alt)');
$('#pilih').hidden = false; input.hidden = true; input.labels[0].hidden = true;
const pick = way => { if (way) input.setAttribute('capture', way); else input.removeAttribute('capture'); input.click() };
$('#kamera').onclick = e => pick(e.target.dataset.arah); $('#galeri').onclick = () => pick();
input.onchange = () => { const file = input.files[0]; if (!file) return; fault(''); $('#lihat').hidden = true; chosen = shrink(file); chosen.then(f => { $('#terpilih').textContent = f.name + ', ' + Math.ceil(f.size / 1024) + ' KB'; b.scrollIntoView({ block: 'nearest' }) }) };
form.addEventListener('submit', async e => { e.preventDefault(); if (busy) return;
if (!chosen) return fault(say('Ambil foto atau pilih berkas dulu.', 'Take a photo or choose a file first.'));
busy = true;
try { const file = await chosen, most = +form.dataset.terbesar;
if (!file.size) return fault(say('Berkas ini kosong. Pilih berkas lain.', 'This file is empty. Choose another one.'));
if (file.size > most) return fault(say('Berkas ini lebih besar dari ', 'This file is larger than ') + most / 1048576 + ' MB. ' + say('Foto dokumennya dengan ponsel ini.', 'Photograph the paper with this phone.'));
const paper = form.dataset.dokumen, claim = box.dataset.klaim, one = { key: claim + ' ' + paper, claim, paper, title: form.dataset.judul, name: file.name, type: file.type, bytes: await file.arrayBuffer(), since: Date.now(), url: '', sha: '' };
if (self.crypto?.subtle) one.sha = [...new Uint8Array(await crypto.subtle.digest('SHA-256', one.bytes))].map(v => v.toString(16).padStart(2, '0')).join('');
await keep(one); await run(one) } catch { HTMLFormElement.prototype.submit.call(form) } finally { busy = false } }) }
// 6 the list looks again by itself while something is being checked
const marks = r => [...r.querySelectorAll('.tag,.sub a')].map(t => t.textContent).join();
async function look() { const r = await fetch('/berkas', { headers: { Accept: 'text/html' } }); if (!r.ok) return list.removeAttribute('data-segar');
const fresh = new DOMParser().parseFromString(await r.text(), 'text/html').getElementById('daftar'); if (!fresh) return list.removeAttribute('data-segar');
if (marks(fresh) != marks(list)) { const focus = document.activeElement?.id; list.replaceChildren(...fresh.childNodes); if (focus) document.getElementById(focus)?.focus(); $('#warta').textContent = say('Keadaan berkas berubah.', 'The state of your papers has changed.') }
list.toggleAttribute('data-segar', fresh.hasAttribute('data-segar')) }
async function watch() { for (let n = 0; list.hasAttribute('data-segar'); n++) { await new Promise(done => setTimeout(done, n < 20 ? 3000 : 15000)); if (!document.hidden && navigator.onLine) try { await look() } catch {} } }
// 7 goes on with what a closed tab left behind; what is another claim's, or old, is thrown away
(async () => { for (const one of await kept()) { if (one.claim != box.dataset.klaim || Date.now() - one.since > 864e5) await drop(one); else if (!form || one.paper == form.dataset.dokumen) await run(one) }
if (list) watch() })();
})();
