// lapak-wawancara.js: the member's side of an interview. Steps are the server's markup; here they are fetched and put in place,
// and camera, voice and photos are tended. Without it every step is a plain form.
(() => {
const $ = s => document.querySelector(s), stage = $('#panggung'), R = window.LapakRTC;
if (!stage || !R || !window.RTCPeerConnection) return;
const path = '/wawancara', W = stage.dataset, json = { Accept: 'application/json' }, rest = ms => new Promise(done => setTimeout(done, ms));
const [layar, officer, own, still, frame, mode, news, fault, bar] = ['layar', 'petugas', 'kamera', 'lihat', 'bingkai', 'mode', 'kabar', 'galat', 'maju'].map(id => $('#' + id));
const show = (el, on) => { if (el.hidden == !!on) el.hidden = !on }, put = (el, words) => { if (el.textContent != words) el.textContent = words };
const step = () => $('#langkah').dataset, live = () => !!$('#kaki .alat') || step().keadaan == 'deciding';
let cut = '', stream = null, shot = null, tested = false, starting = false, cameras = 1, facing = 'user', attention = '', touched = Date.now();
const eye = () => stream?.getVideoTracks().find(t => t.readyState == 'live');

// 1 the steps: swapped only when something changed, with the focus kept; a new step's heading takes it
const bare = html => html.replace(/(kunci" value=")\w*/g, '$1').replace(/(<time[^>]*>)[^<]*/g, '$1').replace(/ open=""/g, '');
const kept = {};
for (const id of ['langkah', 'kaki']) kept[id] = bare($('#' + id).outerHTML);
const answers = (r = document) => r.querySelectorAll('#tulis [data-dari=petugas] .kata');
function swap(text) {
const box = document.createElement('div'), was = step(), at = document.activeElement?.id, heard = answers().length;
box.innerHTML = text;
for (const id of ['langkah', 'kaki']) { const fresh = box.querySelector('#' + id), old = $('#' + id), html = fresh && bare(fresh.outerHTML);
if (!fresh || html == kept[id] || id == 'kaki' && $('#berkas')?.files.length && box.querySelector('#langkah').dataset.foto == was.foto) continue;
const ladder = fresh.querySelector('#tangga'); if (ladder) ladder.open = !!$('#tangga')?.open;
const talk = fresh.querySelector('#tulis'), had = $('#tulis'), typed = fresh.querySelector('#tulisan'); if (talk && had?.tagName == 'DETAILS' && answers(fresh).length == heard && step().cara == was.cara) talk.open = had.open; if (typed) typed.value = $('#tulisan')?.value || '';
kept[id] = html; const inside = old.contains(document.activeElement); old.replaceWith(fresh); if (inside && at) $('#' + CSS.escape(at))?.focus() }
const said = answers(); if (said.length > heard) say(said[said.length - 1].textContent);
const now = step(), moved = now.keadaan != was.keadaan || now.foto != was.foto;
if (moved) { touched = Date.now(); drop(); put(fault, ''); if (!['originals', 'shown'].includes(now.keadaan)) put(news, ''); const h = $('#judul'); document.title = h.textContent + ' - Lapak Asik'; h.focus(); scrollTo(0, 0); if (now.keadaan == 'called') ring() }
if (!live()) end(); else arrange(moved) }
let looking, again;
async function look() { if (looking) return again = true; looking = true;
try { const a = await fetch(path + '/isi', { headers: json }); if (a.ok) swap(await a.text()); else if (a.status == 403) location.reload() } catch {}
looking = false; if (again) { again = false; look() } }
function ring() { navigator.vibrate?.([300, 100, 300]); try { const c = new AudioContext(), o = c.createOscillator(), g = c.createGain(); g.gain.value = .2; o.connect(g).connect(c.destination); o.start(); o.stop(c.currentTime + .5); o.onended = () => c.close() } catch {} }

// 2 forms: the same that work without this script; sent again while the line is broken, their key makes it one change
addEventListener('submit', async e => { const f = e.target;
if (e.defaultPrevented || !f.closest('#langkah, #kaki')) return;
const file = f.elements.berkas?.files[0];
if (f.enctype.startsWith('multipart')) { e.preventDefault(); delete f.dataset.sent; if (file) { send(step().foto, file, 'file'); f.reset() } return }
e.preventDefault();
const d = new FormData(f), b = e.submitter; if (b?.name) d.append(b.name, b.value);
if (f.id == 'f-jawab' && wants()) begin();
for (let tries = 0; tries < 8; tries++) { try { const a = await fetch(f.action, { method: 'POST', body: new URLSearchParams(d), headers: json }); put(fault, '');
if (a.ok) { if (f.id == 'f-tulis') f.elements.tulisan.value = ''; swap(await a.text()) } else if (a.status < 500) { put(fault, (await a.json()).detail || ''); look() } else throw 0;
if (f.id == 'f-tangga') climb(); break } catch { put(fault, W.putus); await rest(1000 * Math.min(8, 2 ** tries)) } }
delete f.dataset.sent });

// 3 camera and microphone, on a press, or at once where they were allowed before
const wants = () => ['video', 'audio'].includes(step().cara), shoots = () => step().keadaan == 'originals';
async function begin() { if (starting || eye()) return; starting = true; put(fault, ''); arrange();
const voice = wants();
try { stream = await R.open({ facing: aim(), audio: voice }) } catch (e) { put(fault, e.name == 'NotAllowedError' ? W.tolak : W.rusak); const t = $('#tangga'); if (t) t.open = true;
if (voice && e.name != 'NotAllowedError') stream = await R.open({ video: false }).catch(() => null) }
starting = false; use();
if (!stream) return;
cameras = (await navigator.mediaDevices.enumerateDevices()).filter(d => d.kind == 'videoinput').length;
await turn(); test() }
function use() { own.srcObject = stream && new MediaStream(stream.getVideoTracks()); member.use(stream); for (const t of stream?.getTracks() || []) t.onended = () => { put(fault, W.rusak); arrange() }; arrange() }
const aim = () => shoots() && step().foto != 'face' ? 'environment' : 'user';
async function turn(way = aim()) { if (way == facing || cameras < 2 || !eye()) return; facing = way;
try { stream = await member.face(way); use() } catch { stream = null; put(fault, W.rusak); arrange() } }
function climb() { member.video(step().cara == 'video'); if (!wants() && !shoots()) { stream?.getTracks().forEach(t => t.stop()); stream = null; use() } else if (wants() && !stream?.getAudioTracks().length) { stream?.getTracks().forEach(t => t.stop()); begin() } }
async function test() { if (step().keadaan != 'lobby' || !stream) return;
const r = await R.testDevices(signal, stream), tag = (id, kind, words) => { const el = $('#uji-' + id); el.className = 'tag ' + kind; put(el, words) };
const c = r.camera, m = r.microphone, n = r.network;
tag('kamera', !c.ok ? 'no' : c.dark ? 'w' : 'ok', !c.ok ? W.mati : c.dark ? W.gelap : W.baik); tag('mikrofon', !m.ok ? 'no' : m.silent ? 'w' : 'ok', !m.ok ? W.mati : m.silent ? W.sunyi : W.baik);
tag('sambungan', !n.ok ? 'no' : n.rtt > 400 ? 'w' : 'ok', !n.ok ? W.mati : n.rtt > 400 ? W.lambat : W.baik); tested = true; arrange() }

// 4 what is where: papers are photographed large, else the officer is large while they are with the member; meanwhile no picture comes
function arrange(moved) { const s = step(), seen = !!eye(), faces = officer.videoWidth && ['focus', 'all'].includes(attention) && !['lobby', 'called'].includes(s.keadaan), large = shoots() || !faces;
stage.hidden = false; W.tata = large ? 'kamera' : 'petugas'; layar.classList.toggle('kecil', ['filling', 'summary'].includes(s.keadaan));
if (shot && !shoots()) drop();
show(layar, seen || faces || shot); show(officer, faces); show(own, seen && !shot); show(still, shot);
show(frame, shoots() && seen && !shot); frame.className = s.bentuk || '';
show($('#nyalakan'), !seen && !starting && (wants() || shoots())); show($('#ambil'), shoots() && seen && !shot); show($('#pakai'), shot); show($('#ulangi'), shot);
show($('#putar'), seen && cameras > 1 && shoots() && !shot); show($('#uji'), s.keadaan == 'lobby' && tested);
put(mode, ['lobby', 'called'].includes(s.keadaan) || !attention ? '' : W[{ focus: stream ? 'fokus' : 'bersama', all: 'semua' }[attention] || 'hold']);
if (moved) { const d = $('#tanpa-kamera'); if (d && seen) d.open = false; turn() } }
function end() { stream?.getTracks().forEach(t => t.stop()); stream = null; member.close(); signal.close(); clearInterval(clock); stage.hidden = true }

// 5 photos: from the camera itself, kept in memory until they have arrived, sent again after every break
const waiting = []; let sending;
function drop() { if (shot) URL.revokeObjectURL(still.src); shot = null; still.removeAttribute('src') }
async function small(blob) { const most = 2600, p = await createImageBitmap(blob), k = most / Math.max(p.width, p.height);
if (k >= 1) return { blob, width: p.width, height: p.height };
const c = Object.assign(document.createElement('canvas'), { width: p.width * k | 0, height: p.height * k | 0 }); c.getContext('2d').drawImage(p, 0, 0, c.width, c.height);
return { blob: await new Promise(done => c.toBlob(done, 'image/jpeg', .9)), width: c.width, height: c.height } }
$('#ambil').onclick = async () => { try { shot = await R.capture(eye()); still.src = URL.createObjectURL(shot.blob); put(news, ''); arrange(); $('#pakai').focus() } catch { put(fault, W.rusak) } };
$('#ulangi').onclick = () => { drop(); arrange(); $('#ambil').focus() };
$('#pakai').onclick = () => { const s = shot; drop(); arrange(); send(step().foto, s.blob, s.how) };
async function send(kind, blob, how) { try { blob = (await small(blob)).blob } catch {}
waiting.push({ kind, blob, how, key: Array.from(crypto.getRandomValues(new Uint8Array(12)), b => b.toString(16)).join('') }); if (!sending) flush() }
const post = one => new Promise((done, fail) => { const x = new XMLHttpRequest(); x.open('POST', `${path}/foto?jenis=${one.kind}&cara=${one.how}`); x.timeout = 9e4;
x.setRequestHeader('Accept', 'application/json'); x.setRequestHeader('Content-Type', 'image/jpeg'); x.setRequestHeader('Idempotency-Key', one.key);
x.upload.onprogress = e => bar.value = 100 * e.loaded / e.total; x.onload = () => done(x); x.onerror = x.ontimeout = () => fail(); x.send(one.blob) });
async function flush() { sending = true; let tries = 0;
while (waiting[0]) { const one = waiting[0]; show(bar, true); bar.value = 0; put(news, W.kirim); touched = Date.now();
try { const x = await post(one); if (x.status >= 500 || [408, 429].includes(x.status)) throw 0;
waiting.shift(); tries = 0; let words = ''; if (x.status >= 300) try { words = JSON.parse(x.responseText).detail } catch { words = W.rusak }
put(fault, words); put(news, words ? '' : W.simpan); member.tell({ captured: one.kind, ok: !words }); look() }
catch { put(news, W.tunda); await Promise.race([rest(Math.min(15000, 1000 * 2 ** tries++)), new Promise(done => addEventListener('online', done, { once: true }))]) } }
show(bar, false); sending = false }
addEventListener('beforeunload', e => { if (waiting.length) e.preventDefault() });

// 6 the officer: picture, voice, messages, and photos that they take themselves
let words;
function say(text) { const p = $('#pesan'); p.hidden = false; p.textContent = text; clearTimeout(words); words = setTimeout(() => p.hidden = true, 30000);
try { const u = new SpeechSynthesisUtterance(text); u.lang = document.documentElement.lang; speechSynthesis.speak(u) } catch {} }
const play = () => officer.play().then(() => show($('#dengar'), false), e => e.name == 'NotAllowedError' && show($('#dengar'), true));
officer.onresize = () => arrange(); $('#dengar').onclick = play; $('#nyalakan').onclick = begin; $('#putar').onclick = () => turn(facing == 'user' ? 'environment' : 'user');
const signal = new R.Signal(path), member = new R.Member(signal, {
onStream(s) { officer.srcObject = s; play(); arrange() },
onState(s) { if (s.state == 'mending' || s.state == 'connected') put(mode, s.state == 'mending' ? W.putus : ''); arrange() },
onAttention(how) { attention = how; arrange() },
async onMessage(m) { if (m.say) say(m.say); if (!m.capture) return; put(news, W.diminta);
try { const s = await R.capture(eye(), { still: false }); send(m.capture, s.blob, s.how) } catch { put(fault, W.rusak); member.tell({ captured: m.capture, ok: false }) } } });
member.video(step().cara == 'video');
signal.on('ubah', look).on('halo', look).on('pesan', d => say(d.text)).on('jalur', d => { const is = fault.textContent; if (!d.open) { cut = is == W.putus ? '' : is; put(fault, W.putus) } else if (is == W.putus) put(fault, cut) })
.on('pindah', d => { put(fault, d.here ? '' : W.pindah); if (!d.here) { stream?.getTracks().forEach(t => t.stop()); stream = null; use() } });
// A page that comes out of the browser's memory looks at once; where nothing is heard, it looks by itself.
let ticks = 0; const clock = setInterval(() => { ticks++; if (!signal.isOpen || ticks % 3 == 0) look();
if (ticks % 4 == 0 && 'sendiri' in step() && Date.now() - touched < 20000) fetch(path + '/hidup', { method: 'POST', headers: json }).catch(() => {}) }, 5000);
for (const name of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'input']) addEventListener(name, () => touched = Date.now(), { passive: true });
addEventListener('pageshow', e => e.persisted && location.reload());
starting = true; signal.open(); arrange(true);
Promise.resolve(navigator.permissions?.query({ name: 'camera' })).catch(() => {}).then(p => { starting = false; if (p?.state == 'granted' && wants()) begin(); else arrange() });
})();
