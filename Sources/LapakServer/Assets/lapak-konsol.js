// lapak-konsol.js: the officer's console. The server owns the state of every seat; this shows it, gives the plain forms keys, and joins
// picture and voice. Nothing here switches seats by itself except after Enter, and nothing moves the focus that somebody has set.
(() => {
const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)], en = document.documentElement.lang == 'en';
const say2 = (id, e) => en ? e : id, rest = ms => new Promise(done => setTimeout(done, ms)), plain = { Accept: 'application/json' };
// Keys of forms are new each time; which seat is in front is this window's own business.
const tidy = html => html.replace(/ name="kunci" value="\w*"| hidden=""| aria-current="true"/g, '');

// 0 the manager's figures renew themselves
const figures = $('[data-muat]');
if (figures) {
let known = tidy(figures.innerHTML);
setInterval(async () => {
if (document.hidden || figures.contains(document.activeElement)) return;
try { const r = await fetch(figures.dataset.muat, { headers: plain }), html = await r.text(); if (r.ok && !r.redirected && tidy(html) != known) { known = tidy(html); figures.innerHTML = html } } catch {}
}, 5000);
}
const root = $('[data-konsol]');
if (!root) return;

const acts = !('lihat' in root.dataset), list = $('#perlu').parentElement, address = verb => root.dataset.isi.replace('/isi', verb && '/' + verb);
let skew = +root.dataset.saat - Date.now(), cur = null, following = false, quiet = 0, pointed = 0, undo = null;
// Interviews whose step is on its way to the server; how many presses of each are; and how each pair of pictures is looked at.
const gone = new Set(), pending = new Map(), views = new Map(), raws = new Map();
const now = () => Date.now() + skew, panel = (key = cur) => key == null ? null : document.getElementById('panel-' + key), id = () => panel()?.dataset.id;
const tell = words => { $('#kabar').textContent = ''; $('#kabar').textContent = words }, alarm = words => $('#galat').textContent = words;
const head = () => (panel() ? $('h2', panel()) : $('#sepi h2')).focus({ preventScroll: true });
window.__keys = 0;

// What is right already is not written again: every write costs a look at styles and places before the next frame.
const hide = (x, is) => { if (x.hidden != is) x.hidden = is }, write = (x, words) => { if (x.textContent != words) x.textContent = words };

// 1 one seat in front
const waiting = () => $$('#perlu [data-id]').map(li => li.dataset.id).filter(i => !gone.has(i) && panel(i)), first = () => waiting().find(i => i != cur);
function paint() {
const p = panel();
for (const x of $$('#panel>.panel')) hide(x, x != p);
for (const x of $$('#banding>.banding')) hide(x, x.id != 'banding-' + cur);
hide($('#sepi'), !!p);
for (const a of $$('#kursi [data-pilih]')) if (p && a.dataset.pilih == p.dataset.kursi) a.setAttribute('aria-current', 'true'); else a.removeAttribute('aria-current');
for (const li of $$('#perlu li')) li.classList.toggle('lalu', gone.has(li.dataset.id));
if (p) { const next = row(p); for (const li of $$('.chk li', p)) li.classList.toggle('kini', li == next) }
frames(); films(); lines();
}
function select(key, auto) {
if (key == null || !panel(key)) return;
following = false;
if (key != cur) { shut(); cur = key; if (auto) quiet = performance.now() + 350; paint(); later(attend) }
head();
}
// After the next frame: what nobody sees must not keep it waiting.
const later = act => requestAnimationFrame(() => setTimeout(act));
const seat = n => $(`#panel>[data-kursi="${n}"]`)?.id.slice(6);
const space = () => first() ? select(first()) : tell(say2('Tidak ada lagi.', 'Nobody else.'));
// After Enter the next one comes to the front; when nobody waits, the next who comes.
function advance() {
const n = first();
if (n) return select(n, true);
cur = null; following = true; paint(); attend(); head();
}
function attend() {
if (!acts) return;
post('lihat', { kursi: id() || '' });
officer?.attend(id() ?? null, { doc: panel()?.dataset.fase == 'shown' });
}

// 2 presses go to the server one after another; without a line they wait, for half a minute
const queue = []; let sending = false, blocked = false, loading = false, again = false, seq = 0, shown = 0, at = 0, fresh = Date.now(), line = false, down = false, posted = 0;
const cutWords = say2('Sambungan terputus: jangan tutup jendela. Yang sudah ditekan dikirim nanti.', 'The line is cut: do not close the window. What was pressed is sent later.');
const count = (i, n) => i && pending.set(i, (pending.get(i) || 0) + n);
const post = (verb, fields) => new Promise(done => {
if (blocked) return done(false);
const last = queue.at(-1);
if (verb == 'lihat' && last?.verb == verb && !last.sent) { queue.pop(); count(last.fields.kursi, -1); last.done(true) }
count(fields.kursi, 1);
queue.push({ verb, fields: { kunci: Array.from(crypto.getRandomValues(new Uint8Array(12)), b => b.toString(16)).join(''), ...fields }, done, at: Date.now() });
pump();
});
async function pump() {
if (sending) return;
sending = true;
while (queue.length) {
const one = queue[0], n = ++seq; let r, html;
one.sent = true;
try { r = await fetch(address(one.verb), { method: 'POST', body: new URLSearchParams(one.fields), headers: plain, signal: AbortSignal.timeout(10000) }); html = await r.text() } catch { r = null }
if (!r || [429, 502, 503, 504].includes(r.status)) { cut(true); await rest(1000); continue }
cut(false); queue.shift(); posted = Date.now(); count(one.fields.kursi, -1);
if (r.redirected) { out(); break }
if (r.ok) { if (html) swap(html, n, r); one.done(true) }
else { let words; try { words = JSON.parse(html).detail } catch {} one.done(false); if (one.verb == 'tutup') location.assign(address('')); alarm(words || say2('Ada gangguan; coba lagi.', 'Something failed; try again.')) }
paint();
}
sending = false;
if (again) load();
}
async function load() {
if (loading || sending) return again = true;
loading = true; again = false; const n = ++seq;
try {
const r = await fetch(root.dataset.isi, { headers: plain, signal: AbortSignal.timeout(8000) });
if (r.redirected) out(); else if (r.status == 409) location.assign(address('')); else if (r.ok) { cut(false); swap(await r.text(), n, r) }
} catch {}
loading = false;
if (again) load();
}
function cut(is) { down = is; if (!is && blocked) { blocked = false; alarm('') } age() }
function out() { blocked = true; queue.length = 0; alarm(say2('Anda sudah keluar. Masuk lagi; sesi Anda tetap.', 'You are signed out. Sign in again; your session stays.')) }
// What waits is shown by its key, where it has one.
const cap = x => ({ tanda: x.fields.tanda?.endsWith(':1') ? 'J' : 'K', lanjut: 'Enter', kembali: 'K', urung: 'Z', tunda: 'P', panggil: x.fields.kursi ? 'R' : 'N', pesan: x.fields.semua ? 'B' : 'M', tulis: 'W' })[x.verb] || x.verb;
const refused = () => { if (blocked) alarm(cutWords); return blocked };
function age() {
const old = Math.round((Date.now() - fresh) / 1000), stale = down || old > 15, tag = $('#jalur');
root.classList.toggle('tua', stale);
if (queue.length && Date.now() - queue[0].at > 30000 && !blocked) { blocked = true; alarm(cutWords) }
const held = queue.filter(x => x.verb != 'lihat' && x.verb != 'hidup').map(cap).join(' '), words = stale ? say2(`data ${old} detik lalu`, `data ${old} s old`) + (down && held ? say2('; antre: ', '; held: ') + held : '') : '';
write(tag, words); tag.classList.toggle('no', stale);
}

// 3 pieces that changed take the place of the old ones; what was typed, opened, scrolled and focused stays
const groups = ['kursi', 'panel', 'banding'], whole = ['perlu', 'antre']; let held = null, last = '';
const mark = x => raws.set(x.id, tidy(x.outerHTML));
for (const g of groups) $$(`#${g}>*`).forEach(mark);
for (const g of whole) mark($('#' + g));
function swap(html, n, r) {
const [position, time] = r.headers.get('X-Konsol').split(' ');
if (n < shown || +position < at) return;
shown = n; at = +position; fresh = Date.now(); skew = time - fresh;
// Most looks bring nothing new: then nothing is parsed.
const news = tidy(html);
if (news != last) { last = news; renew(html) }
const p = panel();
if (cur != null && !p) { cur = null; following = false; attend(); if (document.activeElement == document.body) $('#sepi h2').focus(); tell(say2('Kursi ini sudah berganti.', 'This seat has changed.')) }
if (following && cur == null && !typing(document.activeElement) && !$('dialog[open]') && first()) select(first(), true);
paint(); tick();
}
function renew(html) {
const box = document.createElement('template'); box.innerHTML = html;
for (const g of groups) {
const now = $('#' + g), want = $$(`#${g}>*`, box.content);
for (const old of [...now.children]) if (!want.some(x => x.id == old.id)) { raws.delete(old.id); old.remove() }
for (const x of want) { const old = document.getElementById(x.id); if (old && pending.get(x.dataset.id ?? x.id.split('-')[1]) > 0) { last = ''; continue } put(old, x, now) }
}
for (const g of whole) { const x = $('#' + g, box.content); if (g == 'perlu' && over()) held = x; else put($('#' + g), x) }
}
function put(old, x, box) {
const text = tidy(x.outerHTML);
if (old && raws.get(x.id) == text) return;
raws.set(x.id, text);
if (!old) return box.append(x);
const has = old.contains(document.activeElement) && document.activeElement, top = old.scrollTop;
for (const d of $$('details[open]', old)) { const n = $(`[data-d="${d.dataset.d}"]`, x); if (n) n.open = true }
for (const f of $$('select[id],input[id],textarea[id]', old)) { const n = $('#' + f.id, x); if (n) n.value = f.value }
old.replaceWith(x); x.scrollTop = top;
if (has) { const at = has.tagName == 'TEXTAREA' && [has.selectionStart, has.selectionEnd], f = find(x, has) || $('h2', x); f?.focus({ preventScroll: true }); if (at) f?.setSelectionRange?.(...at) }
}
const find = (box, el) => el.id ? $('#' + CSS.escape(el.id), box) : ['value', 'data-pilih', 'data-lembar', 'data-tekan', 'aria-label', 'href', 'action'].map(n => el.hasAttribute(n) && $$(el.tagName, box).find(x => x.getAttribute(n) == el.getAttribute(n) && x.name == el.name)).find(Boolean) || el.tagName == 'SUMMARY' && $(`[data-d="${el.parentElement.dataset.d}"] summary`, box);
// The list keeps its order under the pointer, and for half a second after it left.
let inside = false, left = 0; const over = () => inside || performance.now() - left < 500;
list.addEventListener('pointerenter', () => inside = true);
list.addEventListener('pointerleave', () => { inside = false; left = performance.now(); setTimeout(() => { if (held && !over()) { put($('#perlu'), held); held = null; paint(); tick() } }, 510) });

// 4 clocks
const two = n => String(n).padStart(2, '0');
function tick() {
for (const t of $$('time[data-sejak]')) { const s = Math.max(0, Math.floor((now() - Date.parse(t.dataset.sejak)) / 1000)), words = s < 3600 ? `${s / 60 | 0}:${two(s % 60)}` : `${s / 3600 | 0} ${say2('jam', 'h')}`; write(t, words) }
for (const b of $$('[data-sampai]')) hide(b, now() > b.dataset.sampai - 300);
const bar = $('#urung'), s = undo ? Math.ceil((undo.until - now() - 300) / 1000) : 0;
if (s <= 0) undo = null;
hide(bar, !undo);
if (undo) $('span', bar).textContent = `${undo.name} (${s})`;
age();
}
let beats = 0;
setInterval(() => {
tick();
if (++beats % (line ? 10 : 3) == 0 && !document.hidden) load();
if (acts && !line && Date.now() - posted > 5000 && !queue.length) post('hidup', {});
}, 1000);

// 5 what can be done at a seat
const row = p => { const own = document.activeElement?.closest?.('.chk li'); return own && p.contains(own) ? own : $('.chk li[data-tangan]:not([data-cocok])', p) || $('.chk li[data-cocok="0"]', p) };
function judge(fits) {
const li = panel() && row(panel());
if (li && $('.a', li)) rule(li, fits); else tell(say2('Tidak ada butir.', 'No row.'));
}
function rule(li, fits) {
if (refused()) return;
const p = li.closest('.panel'), words = li.parentElement.dataset[fits ? 'ya' : 'tidak'], tag = $('.tag', li);
li.dataset.cocok = +fits; tag.textContent = words; tag.className = 'tag ' + (fits ? 'ok' : 'no');
for (const b of $$('.a button', li)) b.setAttribute('aria-pressed', b.value.endsWith(fits ? ':1' : ':0'));
const box = $('.alasan', p);
if (!fits) { box.hidden = false; $('[name=butir]', box).value = li.dataset.butir; $('[data-judul]', box).textContent = li.dataset.judul; box.scrollIntoView({ block: 'nearest' }) } else if ($('[name=butir]', box).value == li.dataset.butir) box.hidden = true;
tell(`${li.dataset.judul}: ${words}`); alarm(''); view().lembar = '';
post('tanda', { kursi: p.dataset.id, tanda: `${li.dataset.butir}:${+fits}` });
paint();
}
// A step: the seat leaves the list at once; a refusal brings it back to the front with its sentence.
function step(verb, p, fields) {
if (refused()) return;
const i = p.dataset.id, name = p.dataset.nama;
gone.add(i); alarm('');
post(verb, { ...fields, kursi: i }).then(ok => {
gone.delete(i);
const until = $('[data-sampai]', panel(i) || root)?.dataset.sampai;
if (ok && panel(i) && until) undo = { id: i, name, until: +until };
if (!ok && panel(i)) select(i, true);
paint(); tick();
});
}
function enter() {
const p = panel();
if (!p?.dataset.id) return;
if (!p.dataset.langkah) return tell(say2('Belum ada langkah di kursi ini.', 'There is no step at this seat yet.'));
if (gone.has(p.dataset.id)) return;
const own = $('.chk .a', p), bad = own && $('.chk [data-cocok="0"]', p), open = own && $('.chk [data-tangan]:not([data-cocok])', p);
if (bad) { $('.alasan', p).hidden = false; return alarm(say2(`Ada butir yang tidak cocok: ${bad.dataset.judul}. Kembalikan (1–9) atau putuskan.`, `A row does not fit: ${bad.dataset.judul}. Give it back (1–9) or decide.`)) }
if (open) return alarm(say2(`Masih ada butir yang harus diperiksa: ${open.dataset.judul}.`, `A row still has to be checked: ${open.dataset.judul}.`));
if (!refused()) { step('lanjut', p, {}); advance() }
}
function takeBack(i) {
if (refused()) return;
undo = null; gone.delete(i);
post('urung', { kursi: i }).then(ok => { if (ok) { select(i); tell(say2('Diurungkan.', 'Undone.')) } });
tick();
}
const shut = () => { const p = panel(); if (!p) return false; const open = [...$$('details[open]', p), ...$$('.alasan:not([hidden])', p)]; for (const x of open) x.tagName == 'DETAILS' ? x.open = false : x.hidden = true; return !!open.length };
// Words go like every press; what could not be sent stands in the field again.
function reply(form, fields) {
const f = $('textarea', form), text = f.value, name = '#' + f.id;
if (!text.trim()) return f.focus();
if (refused()) return;
f.value = ''; alarm('');
post('tulis', fields).then(ok => { const f = $(name); if (!ok && f && !f.value) f.value = text });
tell(say2('Pesan dikirim.', 'Sent.')); head();
}
root.addEventListener('submit', e => {
const form = e.target, by = e.submitter, p = form.closest('.panel'), verb = new URL(by?.hasAttribute('formaction') ? by.formAction : form.action).pathname.split('/').pop();
const fields = Object.fromEntries(new FormData(form, by)); delete fields.kunci;
if (!acts) return;
e.preventDefault(); e.stopPropagation();
if (verb == 'tanda') rule(by.closest('li'), fields.tanda.endsWith(':1'));
else if (verb == 'lanjut') enter();
else if (verb == 'urung') takeBack(fields.kursi);
else if (refused()) return;
else if (verb == 'pesan') { post(verb, fields); shut(); tell(say2('Pesan dikirim: ', 'Sent: ') + by.textContent) }
else if (verb == 'tulis') reply(form, fields);
else if (['kembali', 'putus', 'tunda', 'serah', 'absen'].includes(verb)) { step(verb, p, fields); if (verb == 'kembali') $('.alasan', p).hidden = true }
else { alarm(''); post(verb, fields) }
if (p && performance.now() - pointed < 1000) setTimeout(head);
});

// 6 keys; every one of them is a button, too
let on = true; try { on = localStorage.getItem('pintasan') != '0' } catch {}
const swapKeys = $('#pintasan'), showKeys = () => { swapKeys.setAttribute('aria-pressed', on); for (const k of $$('.con kbd')) k.hidden = !on };
const typing = t => t?.closest?.('textarea,select,input:not([type=hidden])');
const here = key => { const b = panel() && $(`[data-tekan="${key}"]`, panel()); if (b) b.click(); else tell(say2('Tidak dapat sekarang.', 'Not possible now.')) };
const does = {
w() { const f = panel() && $('.tulis textarea', panel()), d = f?.closest('details'); if (!f) return tell(say2('Tidak dapat sekarang.', 'Not possible now.')); if (d) d.open = true; f.focus() },
' ': space, Enter: enter, j: () => judge(true), k: () => judge(false), f: snap, l: () => id() && post('pesan', { kursi: id(), pesan: 'light' }), p: () => here('p'), r: () => here('r'), n: () => $('#f-panggil button').click(),
m() { const d = panel() && $('.pesan', panel()); if (d) { d.open = !d.open; d.scrollIntoView({ block: 'end' }) } }, z() { if (undo) takeBack(undo.id); else { const b = panel() && $('[data-sampai]:not([hidden])', panel()); if (b) b.click(); else tell(say2('Tidak ada langkah.', 'No step.')) } },
'+': () => zoom(1.5), '=': () => zoom(1.5), '-': () => zoom(1 / 1.5), c: brighten, '?': () => $('#bantuan').showModal(), kamera: camera,
};
const looks = '+=-c?';
addEventListener('keydown', e => {
if (e.key == 'Enter' && (e.ctrlKey || e.metaKey) && e.target.name == 'tulisan') { e.preventDefault(); return e.target.form.requestSubmit() }
if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.defaultPrevented || $('dialog[open]')) return;
const t = e.target, key = e.key.length == 1 ? e.key.toLowerCase() : e.key;
if (key == 'Escape') { if (!shut()) ($('#perlu a') || $('nav h2')).focus?.(); else head(); return }
if (!on || typing(t) || e.repeat && !looks.includes(key)) return;
if (key == 'Enter' && t.closest('a[href],button,summary') || key == ' ' && t.closest('button,summary')) return;
const digit = /^[1-9]$/.test(key), box = digit && panel() && ($('.alasan:not([hidden])', panel()) || $('.pesan[open]', panel()));
if (!acts && !digit && !looks.includes(key)) return;
if (!digit && !does[key] && key != 't' && key != 'b') return;
e.preventDefault(); window.__keys++;
if (performance.now() < quiet && ['Enter', 'j', 'k'].includes(key)) return;
if (box) return $(`[data-angka="${key}"]`, box)?.click();
if (digit) return key < 7 && select(seat(key));
if (key == 't' || key == 'b') return talk(key);
does[key]();
});
addEventListener('keyup', e => { if (spoken && e.key.toLowerCase() == spoken) talk('') });
addEventListener('blur', () => talk(''));
addEventListener('pointerdown', e => { pointed = performance.now(); const b = e.target.closest?.('[data-tahan]'); if (b) { talk(b.dataset.tahan); for (const n of ['pointerup', 'pointercancel']) addEventListener(n, () => talk(''), { once: true }) } });
root.addEventListener('click', e => {
const pick = e.target.closest('[data-pilih]'), tab = e.target.closest('[data-lembar]'), b = e.target.closest('[data-tekan]');
if (pick) { e.preventDefault(); select(seat(pick.dataset.pilih)) }
else if (tab?.tagName == 'A') { e.preventDefault(); view().lembar = tab.dataset.lembar; frames() }
else if (b?.type == 'button' && does[b.dataset.tekan]) does[b.dataset.tekan]();
else if (e.detail == 0 && e.target.closest('[data-tahan]')) talk(spoken ? '' : e.target.closest('[data-tahan]').dataset.tahan);
});
swapKeys.addEventListener('click', () => { on = !on; try { localStorage.setItem('pintasan', on ? '1' : '0') } catch {} showKeys() });

// 7 two pictures as one: enlarged, moved and brightened together, and kept so for each seat
const lights = [1, 1.35, 1.7, .75], view = (key = cur) => views.get(key) || views.set(key, { zoom: 1, light: 0, x: .5, y: .5 }).get(key);
let moving = false;
function frames() {
const box = document.getElementById('banding-' + cur);
if (!box) return;
const v = view(), tabs = $$('.tab a', box), due = panel() && row(panel())?.dataset.butir;
// The pair that the next row is about, unless another was chosen.
const shown = tabs.find(a => a.dataset.lembar == (v.lembar || { face: 'face', identity: 'ktp' }[due])) || due == 'others' && tabs[1] || tabs.find(a => a.hasAttribute('aria-current')) || tabs[0];
for (const a of tabs) if (a == shown) a.setAttribute('aria-current', 'true'); else a.removeAttribute('aria-current');
for (const x of $$('.pasang', box)) hide(x, x.dataset.lembar != shown?.dataset.lembar);
for (const x of $$('.pasang:not([hidden]) .bingkai', box)) {
x.firstElementChild.style.width = v.zoom * 100 + '%'; x.firstElementChild.style.filter = v.light ? `brightness(${lights[v.light]})` : '';
if (v.moved) place(x, v);
}
}
const place = (x, v) => { moving = true; x.scrollLeft = v.x * (x.scrollWidth - x.clientWidth); x.scrollTop = v.y * (x.scrollHeight - x.clientHeight); requestAnimationFrame(() => moving = false) };
const zoom = f => { const v = view(); v.zoom = Math.min(8, Math.max(1, v.zoom * f)); v.moved = true; frames(); tell(Math.round(v.zoom * 100) + '%') };
function brighten() { const v = view(); v.light = (v.light + 1) % lights.length; frames() }
$('#banding').addEventListener('scroll', e => {
const x = e.target, pair = x.closest?.('.pasang');
if (moving || !pair) return;
const v = view(); v.moved = true; const w = x.scrollWidth - x.clientWidth, h = x.scrollHeight - x.clientHeight;
if (w > 0) v.x = x.scrollLeft / w; if (h > 0) v.y = x.scrollTop / h;
for (const other of $$('.bingkai', pair)) if (other != x) place(other, v);
}, true);
$('#banding').addEventListener('load', () => frames(), true);
$('#banding').addEventListener('pointerdown', e => {
const x = e.target.closest('.bingkai');
if (!x || e.pointerType != 'mouse') return;
e.preventDefault(); const l = e.clientX + x.scrollLeft, t = e.clientY + x.scrollTop, move = m => { x.scrollLeft = l - m.clientX; x.scrollTop = t - m.clientY };
addEventListener('pointermove', move); addEventListener('pointerup', () => removeEventListener('pointermove', move), { once: true });
});

// 8 picture and voice: the selected seat large and heard, the others small and silent
let officer = null, stream = null, spoken = ''; const states = new Map();
function films() {
for (const f of $$('#video figure')) {
const p = panel(f.dataset.id), is = f.dataset.id == cur;
if (!p) { f.remove(); states.delete(f.dataset.id); officer?.drop(f.dataset.id); continue }
f.classList.toggle('besar', is); $('video', f).muted = !is; write($('figcaption', f), `${p.dataset.kursi} ${p.dataset.nama}`);
f.classList.toggle('gelap', !states.get(f.dataset.id)?.picture);
}
hide($('#video .tanpa'), !!$('#video video'));
}
function film(i) {
let f = $(`#video [data-id="${i}"]`);
if (!f) { f = document.createElement('figure'); f.dataset.id = i; f.innerHTML = '<video autoplay playsinline muted></video><figcaption></figcaption>'; $('#video').append(f) }
return $('video', f);
}
function lines() {
for (const [i, s] of states) {
const x = panel(i) && $('.jalur', panel(i));
if (!x) continue;
x.dataset.t ??= x.textContent;
const words = !s.online ? say2('tidak terhubung', 'not connected') : s.state == 'connected' ? s.picture ? '' : say2('tanpa gambar', 'no picture') : s.state == 'mending' ? say2('menyambung lagi', 'connecting again') : say2('menyambung', 'connecting');
write(x, x.dataset.t + (words && ` (${words})`));
}
}
function talk(key) {
if (key == spoken || key && !officer) return;
spoken = key;
officer?.talk(key == 't' ? true : key == 'b' ? 'all' : false);
for (const b of $$('[data-tahan]')) b.setAttribute('aria-pressed', b.dataset.tahan == key);
if (key == 'b') post('pesan', { semua: 1 });
if (key && !stream) alarm(say2('Nyalakan dulu: Kamera saya.', 'First switch on: My camera.'));
}
async function camera() {
if (!officer) return;
if (stream) { for (const t of stream.getTracks()) t.stop(); stream = null } else try { stream = await LapakRTC.open({ facing: 'user' }); alarm('') } catch { alarm(say2('Kamera atau mikrofon tidak menyala. Periksa izinnya di bilah alamat, lalu tekan lagi.', 'Camera or microphone stay off. Check the permission beside the address, then press again.')) }
officer.use(stream); $('#kamera').setAttribute('aria-pressed', !!stream);
try { sessionStorage.setItem('kamera', stream ? '1' : '') } catch {}
}
// A still at the member's camera, of the paper whose tab is open.
function snap() {
const kind = $('.tab [aria-current]', document.getElementById('banding-' + cur) || undefined)?.dataset.lembar || 'ktp';
if (id() && officer?.tell(id(), { capture: kind })) tell(say2('Foto diminta.', 'Photo asked for.'));
else alarm(say2('Peserta tidak terhubung; minta lewat pesan (M).', 'The member is not connected; send a message (M).'));
}

// 9 begin
for (const b of $$('.con [hidden].alat,.con footer [hidden]')) b.hidden = false;
showKeys();
const begun = $('#panel>.panel:not([hidden])');
if (begun && (/[?&]kursi=/.test(location.search) || $(`#perlu [data-id="${begun.dataset.id}"]`))) cur = begun.id.slice(6);
if (acts && window.LapakRTC) {
const signal = new LapakRTC.Signal('/kantor/konsol');
officer = new LapakRTC.Officer(signal, {
onStream: (i, s) => { const v = film(i); v.srcObject = s; v.play?.().catch(() => {}); films() },
onState: (i, s) => { states.set(i, s); films(); lines() },
onMessage: (i, m) => { load(); if (m.captured) tell(say2('Foto: ', 'Photo: ') + ($(`#banding-${i} .tab [data-lembar="${m.captured}"]`)?.firstChild.textContent.trim() || m.captured) + (m.ok ? ' ✓' : ' ✗')) },
});
signal.on('ubah', () => { if (+signal.last > at) load() }).on('halo', () => load()).on('jalur', d => { line = d.open });
signal.on('pindah', d => alarm(d.here ? '' : say2('Video ada di jendela lain konsol ini.', 'Video is in another window of this console.')));
signal.open();
let wanted; try { wanted = sessionStorage.getItem('kamera') } catch {}
if (wanted) camera();
}
paint(); tick();
if (cur) attend();
addEventListener('beforeunload', e => { if (queue.some(x => x.verb != 'lihat' && x.verb != 'hidup')) e.preventDefault() });
addEventListener('online', () => load()); addEventListener('offline', () => cut(true));
document.addEventListener('visibilitychange', () => { if (!document.hidden) load() });
})();
