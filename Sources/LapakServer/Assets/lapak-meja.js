// lapak-meja.js: keys, the picture's view and the sign of life at the pre-check desk. Every action is a plain form without it.
(() => {
const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)], en = document.documentElement.lang == 'en';
const tell = words => { const p = $('#kabar'); if (p) p.textContent = words }, back = $('#kembali');
// 1 one-key shortcuts: off while someone types, while a key is held, and when switched off (WCAG 2.1.4)
let on = true; try { on = localStorage.getItem('pintasan') != '0' } catch {}
const begun = performance.now(), swap = $('#pintasan'), foot = $('.tombol');
const show = () => { swap?.setAttribute('aria-pressed', on); for (const k of $$('main kbd')) k.hidden = !on };
if (foot) foot.hidden = false;
if (swap) { swap.closest('p').hidden = false; show(); swap.addEventListener('click', () => { on = !on; try { localStorage.setItem('pintasan', on ? '1' : '0') } catch {} show() }) }
const typing = t => t.closest('textarea,select,input:not([type=radio]):not([type=checkbox])'), busy = t => t.closest('a[href],button,summary,input');
addEventListener('keydown', e => {
if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
const t = e.target;
if (e.key == 'Escape' && back?.open) { back.open = false; $('summary', back).focus(); e.preventDefault(); return }
if (t.id == 'catatan' && e.key == 'Enter' && !e.shiftKey) { e.preventDefault(); if (!e.repeat) t.form.requestSubmit(); return }
if (!on || e.repeat || typing(t)) return;
const key = e.key.length == 1 ? e.key.toLowerCase() : e.key, reason = /^[1-9]$/.test(key);
if (key == 'Enter' && (busy(t) || back?.open)) return;
const one = $$('[data-key]').find(x => x.dataset.key.split(' ').includes(key));
if (!one || reason && !back?.open || back?.open && !reason && one.closest('form')) return;
e.preventDefault();
// what was pressed for the page before must not decide about this one
if (performance.now() - begun < 600 && one.closest('form')) return;
if (reason) { one.checked = true; $('#catatan').focus(); return }
one.click();
if (one.tagName == 'SUMMARY') setTimeout(() => (back.open ? $('input:checked', back) || $('#alasan') : one).focus());
});
// 2 larger, smaller, turned, brighter
const pic = $('#gambar'), frame = pic?.closest('.kanvas'), field = pic?.parentElement;
if (pic) {
let zoom = 1, turn = 0, light = 0; const lights = [1, 1.35, 1.7, .75];
const draw = () => { const w = pic.naturalWidth, h = pic.naturalHeight; if (!w) return;
const cx = frame.scrollWidth ? (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth : .5, cy = frame.scrollHeight ? (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight : .5;
const flat = turn % 2, bw = flat ? h : w, bh = flat ? w : h, f = Math.min(frame.clientWidth / bw, frame.clientHeight / bh) * zoom;
frame.classList.add('atur'); field.style.width = bw * f + 'px'; field.style.height = bh * f + 'px'; pic.style.width = w * f + 'px';
pic.style.transform = `translate(-50%,-50%) rotate(${turn * 90}deg)`; pic.style.filter = light ? `brightness(${lights[light]})` : '';
frame.scrollLeft = cx * frame.scrollWidth - frame.clientWidth / 2; frame.scrollTop = cy * frame.scrollHeight - frame.clientHeight / 2 };
const act = { besar: () => zoom = Math.min(6, zoom * 1.5), kecil: () => zoom = Math.max(1, zoom / 1.5), pas: () => { zoom = 1; turn = 0; light = 0 }, putar: () => turn = (turn + 1) % 4, cerah: () => light = (light + 1) % lights.length };
$('.alat').hidden = false;
for (const b of $$('[data-view]')) b.addEventListener('click', () => { act[b.dataset.view](); draw(); const p = Math.round(zoom * 100); tell(en ? `${p}%, turned ${turn * 90} degrees` : `${p}%, diputar ${turn * 90} derajat`) });
if (pic.complete) draw(); pic.addEventListener('load', draw); addEventListener('resize', draw);
pic.draggable = false;
frame.addEventListener('pointerdown', e => { if (e.pointerType != 'mouse') return; const x = e.clientX + frame.scrollLeft, y = e.clientY + frame.scrollTop; frame.classList.add('tarik');
const move = m => { frame.scrollLeft = x - m.clientX; frame.scrollTop = y - m.clientY }, end = () => { removeEventListener('pointermove', move); frame.classList.remove('tarik') };
addEventListener('pointermove', move); addEventListener('pointerup', end, { once: true }) });
}
// 3 a sign of life while someone works here; who went away loses the document after a while, so that a colleague gets it
const desk = $('[data-pegang]');
if (desk) {
let used = Date.now(), asked = used; for (const n of ['keydown', 'pointermove', 'pointerdown', 'scroll']) addEventListener(n, () => used = Date.now(), { passive: true, capture: true });
const gone = words => { clearInterval(beat); const p = document.createElement('p'); p.className = 'box w'; p.setAttribute('role', 'alert'); p.textContent = words; desk.before(p); $('.putus')?.remove() };
const keep = async () => { asked = Date.now(); let r;
try { r = await fetch(desk.dataset.pegang, { method: 'POST', headers: { Accept: 'application/json' } }) } catch { return }
if (r.redirected) return gone(en ? 'You are signed out. Sign in again, then take the document again; no verdict was kept.' : 'Anda sudah keluar. Masuk lagi, lalu ambil lagi berkasnya; tidak ada keputusan yang tersimpan.');
if (r.ok) { const t = $('#sampai'); if (t) t.dataset.until = (await r.json()).sampai }
else if (r.status == 409 || r.status == 404) gone(en ? 'This document is no longer on your desk. Nothing was kept. Go back to the list and take the next one.' : 'Berkas ini tidak lagi di meja Anda. Tidak ada keputusan yang tersimpan. Kembali ke daftar, lalu ambil berkas berikutnya.') };
const beat = setInterval(() => { if (Date.now() - asked > 170e3 && Date.now() - used < 480e3) keep() }, 5e3);
addEventListener('visibilitychange', () => { if (!document.hidden && Date.now() - asked > 170e3) keep() });
}
})();
