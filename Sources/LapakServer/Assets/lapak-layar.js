// lapak-layar.js: the hall display. The server's markup is fetched when something changed; calls are chimed and spoken once, and only
// while they are new; whatever is old is said to be old.
(() => {
const $ = s => document.querySelector(s), $$ = s => [...document.querySelectorAll(s)], hall = $('#hall');
if (!hall) return;
const { alamat: path, suara: voice, geser: zone } = hall.dataset, stale = $('#basi'), button = $('#nyalakan'), inst = crypto.randomUUID().slice(0, 12);
// A call is new for so long; the line is silent, the screen was away after so long; a blinking ends.
const NEW = 90_000, SILENT = 12_000, AWAKE = 45_000, BLINKS = 3600;
const board = () => $('#papan').dataset, p = n => String(n).padStart(2, '0');
let skew = board().kini - Date.now(), heard = Date.now(), position = board().posisi;
const now = () => Date.now() + skew, clock = at => { const d = new Date(at + zone * 60_000); return p(d.getUTCHours()) + (document.documentElement.lang == 'en' ? ':' : '.') + p(d.getUTCMinutes()) };

// 1 what was announced; a reload does not say it again
let said = [];
try { said = JSON.parse(sessionStorage.getItem('diumumkan') || '[]') } catch {}
const isSaid = key => said.includes(key), keep = key => { said = [...said, key].slice(-200); try { sessionStorage.setItem('diumumkan', JSON.stringify(said)) } catch {} };

// 2 sound: clips one after the other, through one audio graph; a browser that wants a press first gets a button
let audio, playing = Promise.resolve();
const clips = {};
function sound() { try { audio ??= new AudioContext() } catch { return null } button.hidden = audio.state == 'running'; return audio }
function clip(name) { return clips[name] ??= fetch(`${voice}/${name}.ogg`).then(a => a.ok ? a.arrayBuffer() : Promise.reject()).then(b => audio.decodeAudioData(b)).catch(() => { delete clips[name] }) }
async function play(names) { if (!sound() || audio.state != 'running') return;
const buffers = (await Promise.all(names.map(clip))).filter(Boolean); let at = audio.currentTime + .05;
for (const b of buffers) { const s = audio.createBufferSource(); s.buffer = b; s.connect(audio.destination); s.start(at); at += b.duration }
await new Promise(done => setTimeout(done, (at - audio.currentTime) * 1000 + 400)) }
function announce(one, kind) { const { klip: names, ucap: text } = one;
dispatchEvent(new CustomEvent('diumumkan', { detail: { kind, text, key: one.key, age: one.age } }));
playing = playing.then(() => { $('#umumkan').textContent = text; return play(['bel', ...names.split(' ')]) }).catch(() => {}) }
button.onclick = () => sound()?.resume().then(sound);
addEventListener('pointerdown', () => audio?.state == 'suspended' && audio.resume().then(sound));

// 3 what is new: calls that were never announced here and are younger than ninety seconds; numbers that may come in since the last look
let entered = null;
const blinking = {};
// The board is swapped while a number blinks: it goes on where it was.
function blink() { for (const el of $$('[data-panggil]')) { const since = Date.now() - blinking[el.dataset.panggil]; if (since < BLINKS) { el.classList.add('baru'); el.style.animationDelay = -since + 'ms' } } }
function news(fresh) {
for (const el of $$('[data-panggil]')) { const key = el.dataset.panggil, age = now() - el.dataset.saat; if (isSaid(key)) continue;
keep(key); if (age > NEW) continue; blinking[key] = Date.now(); announce({ ...el.dataset, key, age }, 'panggil') }
const all = $$('[data-masuk]'), before = entered; entered = new Set(all.map(el => el.dataset.masuk));
blink(); if (!before || !fresh) return;
for (const el of all.filter(el => !before.has(el.dataset.masuk)).slice(0, 3)) announce({ ...el.dataset, key: el.dataset.masuk, age: 0 }, 'masuk') }

// 4 the board: swapped whole; between pictures that lie far apart, by the server's clock, the screen was away, and what happened
// meanwhile is no news
let looking, again;
async function look() { if (looking) return again = true; looking = true;
try { const a = await fetch(path + '/isi', { cache: 'no-store', signal: AbortSignal.timeout(10_000) }); if (a.ok) { const box = document.createElement('div'); box.innerHTML = await a.text();
const next = box.querySelector('#papan'); if (next) { const gap = next.dataset.kini - board().kini; $('#papan').replaceWith(next); blink();
skew = board().kini - Date.now(); position = board().posisi; alive(); news(gap < AWAKE) } } else if (a.status == 404) stop() } catch {}
looking = false; if (again) { again = false; look() } }
function stop() { line?.close(); clearInterval(timer) }
function alive() { heard = Date.now(); stale.hidden = true; hall.classList.remove('basi'); tick() }
function tick() { const j = $('#jam'); if (j) { const t = clock(now()); if (j.textContent != t) j.textContent = t } }

// 5 the line: opened anew when it was silent for twelve seconds, with what is known already
let line, opened = 0;
function open() { line?.close(); opened = Date.now(); line = new EventSource(`${path}/aliran?inst=${inst}&last=${position}`);
line.addEventListener('hb', () => { alive(); if (hall.dataset.luput) { delete hall.dataset.luput; look() } });
line.addEventListener('ubah', e => { alive(); look() }) }
let beats = 0;
const timer = setInterval(() => { tick(); const silent = Date.now() - heard;
if (silent > SILENT) { if (stale.hidden) { stale.textContent = stale.dataset.kata + ' ' + clock(heard + skew); stale.hidden = false; hall.classList.add('basi'); hall.dataset.luput = 1 }
if (Date.now() - opened > SILENT) { open(); look() } }
else if (++beats % 30 == 0) look() }, 1000);
addEventListener('offline', () => line.close());
for (const name of ['online', 'pageshow', 'focus']) addEventListener(name, () => { if (line.readyState == 2 || Date.now() - heard > SILENT) { open(); look() } });
document.addEventListener('visibilitychange', () => { if (!document.hidden && Date.now() - heard > SILENT) { open(); look() } });
document.addEventListener('resume', () => { open(); look() });
sound(); news(false); open();
})();
