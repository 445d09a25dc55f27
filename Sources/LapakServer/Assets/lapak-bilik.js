// lapak-bilik.js: a booth in a branch. The server says who it is for; here the page follows, speaks, tends the camera, and forgets.
// The camera is on while the booth is in order; the line to the officer stands only while somebody sits here.
(() => {
const $ = s => document.querySelector(s), stage = $('#panggung'), R = window.LapakRTC;
if (!stage || !R || !window.RTCPeerConnection) return;
const path = '/bilik', W = stage.dataset, json = { Accept: 'application/json' }, rest = ms => new Promise(done => setTimeout(done, ms));
const [layar, officer, own, still, frame, mode, news, fault, bar, there] = ['layar', 'petugas', 'kamera', 'lihat', 'bingkai', 'mode', 'kabar', 'galat', 'maju', 'masih'].map(id => $('#' + id));
const show = (el, on) => { if (el && el.hidden == !!on) el.hidden = !on }, put = (el, words) => { if (el.textContent != words) el.textContent = words };
const step = () => $('#langkah').dataset, shoots = () => step().keadaan == 'originals' && step().foto;
const post = (verb, fields = {}) => fetch(`${path}/${verb}`, { method: 'POST', body: new URLSearchParams(fields), headers: json });
let stream = null, shot = null, seat = null, attention = '', touched = Date.now();
const eye = () => stream?.getVideoTracks().find(t => t.readyState == 'live');
// A fresh document is the only sure way to keep nothing: no picture, no text, no entry in the history.
// What the next document has to say, without saying of whom, stands in the window's name for that moment.
const forget = why => { if (forget.begun) return; forget.begun = true; if (why) window.name = why; location.replace(path) };

// 1 the page follows the booth
const parts = ['tahap', 'langkah', 'kaki'], bare = html => html.replace(/(kunci" value=")\w*/g, '$1').replace(/ open=""/g, ''), kept = {};
for (const id of parts) kept[id] = bare($('#' + id).outerHTML);
function swap(text) {
const box = document.createElement('template'); box.innerHTML = text;
const was = { ...step() }, now = box.content.querySelector('#langkah')?.dataset;
if (!now) return;
// Whoever sat here is not the one who is shown now: nothing of them may stay.
if (was.wawancara && was.wawancara != now.wawancara) return forget(was.keadaan != 'done' && now.keadaan == 'idle' && !box.content.querySelector('.box.w') ? 'jeda' : '');
for (const id of parts) { const fresh = box.content.querySelector('#' + id), html = fresh && bare(fresh.outerHTML);
if (fresh && html != kept[id]) { kept[id] = html; $('#' + id).replaceWith(fresh) } }
if (now.keadaan != was.keadaan || now.foto != was.foto || now.suara != was.suara) { touched = Date.now(); drop(); put(fault, '');
if (!['originals', 'shown'].includes(now.keadaan)) put(news, ''); $('#judul').focus(); document.title = $('#judul').textContent + ' - Lapak Asik'; scrollTo(0, 0); speak() }
arrange() }
let looking, again;
async function look() { if (looking) return again = true; looking = true;
try { const a = await fetch(path + '/isi', { headers: json }); if (a.ok) { swap(await a.text()); if (fault.dataset.line) put(fault, ''), delete fault.dataset.line } else if (a.status == 403) forget() } catch { line(false) }
looking = false; if (again) { again = false; look() } }
function line(open) { if (open) { if (fault.dataset.line) put(fault, ''), delete fault.dataset.line } else { put(fault, W.putus); fault.dataset.line = 1 } }

// 2 forms: the same that work without this script; sent again while the line is broken, their key makes it one change
addEventListener('submit', async e => { const f = e.target;
if (e.defaultPrevented || !f.closest('#langkah, #kaki')) return;
e.preventDefault(); const d = new URLSearchParams(new FormData(f));
for (let tries = 0; tries < 8; tries++) { try { const a = await fetch(f.action, { method: 'POST', body: d, headers: json }); put(fault, '');
if (a.ok) swap(await a.text()); else if (a.status < 500) { put(fault, (await a.json()).detail || ''); const n = $('#nomor'); if (n) { n.value = ''; n.focus() } else look() } else throw 0;
break } catch { line(false); await rest(1000 * Math.min(8, 2 ** tries)) } }
delete f.dataset.sent });
addEventListener('click', e => { const b = e.target.closest('button'); if (!b) return;
const key = b.dataset.tombol, n = $('#nomor');
if (key && n) { n.value = key == '⌫' ? n.value.slice(0, -1) : n.value + key; put(fault, '') }
if (b.id == 'ulangi-suara') speak(); if (b.id == 'cetak') print() });
// A scanner types the ticket's code and ends with Enter, wherever the focus is.
addEventListener('keydown', e => { const n = $('#nomor'); if (!n || e.target == n || e.ctrlKey || e.altKey || e.metaKey || e.target.closest('button, a, summary') && ['Enter', ' ', 'Tab'].includes(e.key)) return;
if (e.key.length == 1) { n.value += e.key; e.preventDefault() } else if (e.key == 'Enter' && n.value) n.form.requestSubmit() });

// 3 the spoken sentence, the same as on the screen
const voice = new Audio();
function speak(clip = step().suara) { voice.pause(); if (!clip) return; voice.src = clip; voice.play().catch(() => {}) }
let words;
function tell(text, lasts = 30000) { const p = $('#pesan'); p.hidden = false; p.textContent = text; clearTimeout(words); words = setTimeout(() => { p.hidden = true; p.textContent = '' }, lasts) }
function say(text) { tell(text);
try { const u = new SpeechSynthesisUtterance(text); u.lang = document.documentElement.lang; speechSynthesis.speak(u) } catch {} }

// 4 the camera: open while the booth lives; told to the server when it is lost, and when it is back
let works = null, trying = false;
async function begin() { if (trying || eye()) return; trying = true;
try { stream = await R.open({ audio: true }); for (const t of stream.getTracks()) t.onended = lost; health(true) }
catch { stream?.getTracks().forEach(t => t.stop()); stream = null; if (begin.failed) health(false); begin.failed = true }
trying = false; use() }
function lost() { stream?.getTracks().forEach(t => t.stop()); stream = null; begin.failed = true; health(false); use() }
async function health(ok) { if (works === ok && ok) return; works = ok;
for (let tries = 0; works === ok && tries < 20; tries++) { try { const a = await post('kamera', { baik: ok ? 'ya' : 'tidak' }); if (a.ok) return swap(await a.text()); if (a.status < 500) return look() } catch {} await rest(1000) } }
function use() { own.srcObject = stream && new MediaStream(stream.getVideoTracks()); seat?.member.use(stream); arrange() }

// 5 the officer's line, only while somebody sits here
function sit() { const id = step().wawancara, sits = id && !['done', 'trouble'].includes(step().keadaan);
if (seat && (!sits || seat.id != id)) { const old = seat; seat = null; old.member.close(); old.signal.close(); attention = ''; officer.srcObject = null }
if (!sits || seat) return;
const signal = new R.Signal(path + '/wawancara'), member = new R.Member(signal, { stream,
onStream(s) { officer.srcObject = s; officer.play().catch(() => {}); arrange() },
onState() { arrange() }, onAttention(how) { attention = how; arrange() },
async onMessage(m) { if (m.say) say(m.say); if (!m.capture) return; put(news, W.diminta);
try { const s = await R.capture(eye(), { still: false }); send(m.capture, s.blob, s.how) } catch { member.tell({ captured: m.capture, ok: false }) } } });
signal.on('ubah', look).on('pesan', d => say(d.text));
seat = { id, signal, member }; signal.open() }
officer.onresize = () => arrange();

// 6 what is where
function arrange() { const s = step(), seated = !!seat || !!s.wawancara && s.keadaan != 'done', seen = !!eye(), faces = officer.videoWidth && ['focus', 'all'].includes(attention);
sit();
if (shot && !shoots()) drop();
show(stage, seated && s.keadaan != 'done'); W.tata = shoots() || !faces ? 'kamera' : 'petugas';
show(layar, seen || shot); show(officer, faces); show(own, seen && !shot); show(still, shot);
show(frame, shoots() && seen && !shot); frame.className = s.bentuk || '';
show($('#ambil'), shoots() && seen && !shot); show($('#pakai'), shot); show($('#ulangi'), shot);
put(mode, !seated || !attention ? '' : W[{ focus: 'fokus', all: 'semua' }[attention] || 'hold']);
show($('#papan'), true); show($('#cetak'), true) }

// 7 photos: from the camera itself, kept in memory until they have arrived
const waiting = []; let sending;
function drop() { if (shot) URL.revokeObjectURL(still.src); shot = null; still.removeAttribute('src') }
const take = async () => { try { shot = await R.capture(eye()); still.src = URL.createObjectURL(shot.blob); put(news, ''); arrange(); $('#pakai').focus() } catch { put(news, W.rusak) } };
$('#ambil').onclick = take;
$('#ulangi').onclick = () => { drop(); arrange(); $('#ambil').focus() };
$('#pakai').onclick = () => { const s = shot; drop(); arrange(); send(step().foto, s.blob, s.how) };
function send(kind, blob, how) { waiting.push({ kind, blob, how, for: step().wawancara, key: Array.from(crypto.getRandomValues(new Uint8Array(12)), b => b.toString(16)).join('') }); if (!sending) flush() }
async function flush() { sending = true; let tries = 0;
while (waiting[0]) { const one = waiting[0]; if (one.for != step().wawancara) { waiting.shift(); continue } show(bar, true); bar.removeAttribute('value'); put(news, W.kirim); touched = Date.now();
try { const a = await fetch(`${path}/foto?jenis=${one.kind}&cara=${one.how}`, { method: 'POST', body: one.blob, headers: { ...json, 'Content-Type': 'image/jpeg', 'Idempotency-Key': one.key } });
if (a.status >= 500 || [408, 429].includes(a.status)) throw 0;
waiting.shift(); tries = 0; const words = a.ok ? '' : (await a.json()).detail || W.rusak;
put(fault, words); put(news, words ? '' : W.simpan); seat?.member.tell({ captured: one.kind, ok: !words }); look() }
catch { put(news, W.tunda); await rest(Math.min(15000, 1000 * 2 ** tries++)) } }
show(bar, false); sending = false }

// 8 a paper that came into the box and lies still for a second is photographed by itself; the look at the photo stays the person's.
// Compared are small grey pictures of the middle: with a quarter of a second ago, with the table, which is what lay still there first, and
// with the photo before, until something moved.
const small = Object.assign(document.createElement('canvas'), { width: 32, height: 24 }).getContext('2d', { willReadFrequently: true });
const far = (a, b) => a.reduce((sum, x, i) => sum + Math.abs(x - b[i]), 0) / a.length;
function middle() { const w = own.videoWidth, h = own.videoHeight; if (!w || !h || own.readyState < 2) return null;
small.drawImage(own, w * .15, h * .15, w * .7, h * .7, 0, 0, 32, 24);
const d = small.getImageData(0, 0, 32, 24).data; return Array.from({ length: 768 }, (_, i) => (3 * d[4 * i] + 6 * d[4 * i + 1] + d[4 * i + 2]) / 10) }
let table, last, before, calm = 0;
setInterval(() => { const kind = shoots();
if (!seat || !kind || kind == 'face' || !eye()) return table = last = before = null;
const now = middle(); if (!now) return;
if (last && far(now, last) > 10) last = null;
calm = before && far(now, before) < 3 ? calm + 1 : 0; before = now;
if (calm < 4) return;
if (!table) table = now; else if (!shot && !last && far(now, table) > 10) { calm = 0; last = now; take() } }, 250);

// 9 is somebody there? asked after the time of a standstill; a third of it later nothing of the person is shown any more
const quiet = +W.diam * 1000;
function awake() { touched = Date.now(); if (there.open) { there.close(); alive() } }
const alive = () => post('hidup').catch(() => {});
for (const name of ['pointerdown', 'keydown']) addEventListener(name, awake, { passive: true });
$('#ada').onclick = awake;
let ticks = 0; setInterval(() => { ticks++;
const s = step(), mine = 'sendiri' in s, idle = Date.now() - touched;
if (mine && idle > quiet * 4 / 3) return post('pergi').catch(() => {}).then(() => forget());
if (mine && idle > quiet && !there.open) { there.showModal(); speak(there.dataset.suara) } else if (!mine && there.open) there.close();
if (ticks % 20 == 0 && mine && idle < 20000) alive();
if (ticks % 5 == 0) { look(); if (!eye()) begin() } }, 1000);
addEventListener('pageshow', e => e.persisted && location.reload());

const signal = new R.Signal(path).on('ubah', look).on('halo', look).on('jalur', d => line(d.open)).on('pindah', d => { if (!d.here) { seat?.signal.close(); put(fault, W.lain) } else put(fault, '') });
if (window.name == 'jeda') { window.name = ''; tell(W.jeda, 60000) }
signal.open(); arrange(); begin(); speak();
})();
