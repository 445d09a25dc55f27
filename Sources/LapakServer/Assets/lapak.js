// lapak.js: progressive enhancement only. Every page works without it.
(() => {
const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)], en = document.documentElement.lang == 'en';
// 1 the error summary takes the focus; a form is sent once
$('.sum')?.focus();
addEventListener('submit', e => { const f = e.target; if (f.dataset.sent) { e.preventDefault(); return } f.dataset.sent = 1; setTimeout(() => delete f.dataset.sent, 8000); try { localStorage.removeItem('d:' + f.id) } catch {} });
addEventListener('pageshow', () => $$('form').forEach(f => delete f.dataset.sent));
// 2 drafts, never of what is marked data-nodraft (shared phones)
for (const f of $$('form[data-draft]')) { const k = 'd:' + f.id;
try { const d = JSON.parse(localStorage.getItem(k) || '{}'); for (const [n, v] of Object.entries(d)) { const el = f.elements[n]; if (el && !el.value) el.value = v } } catch {}
f.addEventListener('input', () => { const o = {}; for (const el of f.elements) if (el.name && el.type != 'hidden' && !('nodraft' in el.dataset)) o[el.name] = el.value; try { localStorage.setItem(k, JSON.stringify(o)) } catch {} }) }
// 3 the server's clock and countdowns
const skew = Date.parse($('meta[name=now]')?.content || Date()) - Date.now(), now = () => Date.now() + skew;
const left = s => { s = Math.max(0, Math.round(s)); const m = s / 60 | 0, h = m / 60 | 0, d = h / 24 | 0; return en ? (d >= 2 ? d + ' days left' : h ? h + ' h ' + m % 60 + ' min left' : m ? m + ' min left' : s + ' s left') : (d >= 2 ? d + ' hari lagi' : h ? h + ' jam ' + m % 60 + ' menit lagi' : m ? m + ' menit lagi' : s + ' detik lagi') };
const tick = () => { for (const t of $$('time[data-until]')) t.textContent = left((Date.parse(t.dataset.until) - now()) / 1000) };
tick(); setInterval(tick, 1000);
// 4 someone in another zone sees their own clock beside the branch's
for (const t of $$('time[data-zone]')) { const d = new Date(t.dateTime), own = -d.getTimezoneOffset(); if (own == t.dataset.zone) continue;
const z = { 420: 'WIB', 480: 'WITA', 540: 'WIT' }[own] || '', p = n => String(n).padStart(2, '0');
t.after(en ? ` (${p(d.getHours())}:${p(d.getMinutes())} ${z} where you are)` : ` (pukul ${p(d.getHours())}.${p(d.getMinutes())} ${z} di tempat Anda)`) }
// 5 no network: say so
if (!navigator.onLine) off(); addEventListener('offline', off); addEventListener('online', () => $('#luring')?.remove());
function off() { if ($('#luring')) return; const p = document.createElement('p'); p.id = 'luring'; p.className = 'box w'; p.setAttribute('role', 'status'); p.textContent = $('[data-luring]')?.dataset.luring || (en ? 'You are offline. Send again when you have a connection.' : 'Anda sedang luring. Kirim lagi bila sambungan sudah ada.'); $('main').prepend(p) }
})();
