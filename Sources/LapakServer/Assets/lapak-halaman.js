// lapak-halaman.js: the yard's tablet. Camera for tickets, smaller photos, and work without a network: checks, photos and spare
// numbers stay on the tablet until the books have them. Without it every page of the yard is a plain form.
(() => {
const $ = s => document.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)], en = document.documentElement.lang == 'en', say = (id, eng) => en ? eng : id;
const tablet = $('#tablet'), to = '/kantor/halaman', quick = $('#luring-periksa');
if ($('#cetak')) { $('#cetak').hidden = false; $('#cetak').onclick = () => print() }
if (!tablet || !self.indexedDB) return;
const most = +tablet.dataset.blok, branch = tablet.dataset.cabang, address = path => { const [own, asked] = path.split('?'), [, where] = tablet.dataset.alamat.split('?'), rest = [where, asked].filter(Boolean).join('&'); return to + own + (rest && '?' + rest) };
const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map(v => v.toString(16).padStart(2, '0')).join('');
// 1 three drawers: checks, photos, and small things (the block of numbers)
const open = () => new Promise((done, fail) => { const q = indexedDB.open('halaman', 1); q.onupgradeneeded = () => { q.result.createObjectStore('cek', { keyPath: 'kunci' }); q.result.createObjectStore('foto', { keyPath: 'kunci' }); q.result.createObjectStore('laci', { keyPath: 'nama' }) }; q.onsuccess = () => done(q.result); q.onerror = () => fail(q.error) });
const shelf = async (mode, act) => { const db = await open(); try { return await new Promise((done, fail) => { const t = db.transaction(['cek', 'foto', 'laci'], mode), out = {}; t.oncomplete = () => done(out.value); t.onabort = t.onerror = () => fail(t.error); act(n => t.objectStore(n), v => out.value = v) }) } finally { db.close() } };
const all = name => shelf('readonly', (s, out) => { s(name).getAll().onsuccess = e => out(e.target.result) });
const put = (name, one) => shelf('readwrite', s => s(name).put(one)), drop = (name, key) => shelf('readwrite', s => s(name).delete(key));
const drawer = name => shelf('readonly', (s, out) => { s('laci').get(name).onsuccess = e => out(e.target.result) });
const mine = async () => (await all('cek')).filter(c => c.cabang == branch).sort((a, b) => a.dibuat - b.dibuat);
const today = skew => new Date(Date.now() + skew + tablet.dataset.geser * 1000).toISOString().slice(0, 10);
// 2 a check is written down together with its number, all or nothing
const note = (check, photos) => shelf('readwrite', (s, out) => { s('laci').get('blok:' + branch).onsuccess = e => { const block = e.target.result, good = block && block.hari == today(block.skew);
check.hari = block ? today(block.skew) : tablet.dataset.hari; check.janji = check.nomor ? '' : good && block.nomor.shift() || '';
if (check.janji) s('laci').put(block);
s('cek').put(check); for (const p of photos) s('foto').put(p); out(check.janji || check.nomor) } });
// 3 the network: asked for, because a tablet that sees a router need not see us
let live = navigator.onLine, gone = false;
const post = (path, body, fields = {}) => { const stop = new AbortController(), timer = setTimeout(() => stop.abort(), 30000);
return fetch(address(path), { method: 'POST', headers: { Accept: 'application/json', ...fields }, body, signal: stop.signal }).finally(() => clearTimeout(timer)).then(r => { gone = r.redirected; if (gone) throw 0; return r }) };
const ping = async () => { let now = navigator.onLine; if (now) try { const stop = new AbortController(), timer = setTimeout(() => stop.abort(), 5000); await fetch('/healthz', { cache: 'no-store', signal: stop.signal }).finally(() => clearTimeout(timer)) } catch { now = false }
const turned = now != live; live = now; if (turned) { if (quick) $('#luring-galat').textContent = ''; await show() } if (live) await sync() };
// 4 everything goes in order, one at a time, and again until it is answered; the books know each by its key
let again = false, later;
const sync = () => navigator.locks ? navigator.locks.request('halaman', { ifAvailable: true }, lock => { if (lock) return run(); again = true }) : run();
async function run() { do { again = false;
try { await checks(); await pictures(); await reserve() } catch { clearTimeout(later); later = setTimeout(ping, 2000) } await show() } while (again && live) }
async function checks() { const photos = await all('foto'); let bad = 0;
for (const c of await mine()) { const waits = photos.some(p => p.cek == c.kunci);
if (c.hasil && (c.punyaKlaim || !waits)) { if (!waits && c.hasil != 'masalah' && c.hasil != 'jadwal') await drop('cek', c.kunci); continue }
const r = await post('/kirim', JSON.stringify({ kunci: c.kunci, nomor: c.nomor, janji: c.janji, hari: c.hari, ...c.isi }), { 'Content-Type': 'application/json' });
// one that the books cannot take does not hold up the others
if (!r.ok) { if (r.status >= 500 || r.status == 429) { if (++bad > 2 || r.status == 429) throw 0; continue } await put('cek', { ...c, hasil: 'masalah', ...await r.json().then(p => ({ id: p.detail, en: p.detail })) }); continue }
const a = await r.json(), fine = a.hasil != 'masalah' && a.hasil != 'jadwal';
// what the books have is wiped here; only what somebody still has to see to stays
if (fine && !waits) await drop('cek', c.kunci);
else await put('cek', { ...c, ...a, nomor: c.nomor, nomorBuku: a.nomor, isi: a.kunjungan || fine ? {} : c.isi });
if (c.janji && a.nomor && a.nomor != c.janji) await put('cek', { ...c, ...a, nomor: c.nomor, nomorBuku: a.nomor, isi: {}, hasil: 'masalah', id: `Nomor ${c.janji} sudah dipakai. Nomor orang ini sekarang ${a.nomor}.`, en: `Number ${c.janji} was in use. This person now has ${a.nomor}.` });
await count() }
if (bad) throw 0 }
async function pictures() { for (const p of await all('foto')) { const c = (await mine()).find(c => c.kunci == p.cek); if (!c?.kunjungan || !c.punyaKlaim || p.ditolak) continue;
const body = new FormData(); body.append('kunci', p.kunci); body.append('berkas', new Blob([p.isi], { type: p.jenis }), p.dokumen + '.jpg');
const r = await post(`/${c.kunjungan}/foto?dokumen=${p.dokumen}`, body);
if (r.ok) await drop('foto', p.kunci); else if (r.status >= 500 || r.status == 429) throw 0; else await put('foto', { ...p, ditolak: (await r.json()).detail });
if (!(await all('foto')).some(f => f.cek == c.kunci) && c.hasil != 'masalah' && c.hasil != 'jadwal') await drop('cek', c.kunci);
await count() } }
// 5 spare numbers: a new block once fewer than half are left
const isTablet = async () => matchMedia('(pointer:coarse)').matches || await drawer('tablet');
async function reserve() { if (!await isTablet()) return; const block = await drawer('blok:' + branch), good = block && block.hari == today(block.skew) ? block.nomor : [];
if (good.length >= most / 2) return;
const asked = await drawer('minta') || { nama: 'minta', kunci: fresh(), jumlah: most - good.length }; await put('laci', asked);
const r = await post('/blok', JSON.stringify({ jumlah: asked.jumlah }), { 'Content-Type': 'application/json', 'Idempotency-Key': asked.kunci });
if (!r.ok) { await drop('laci', 'minta'); return } const a = await r.json(), skew = Date.parse(a.jam) - Date.now();
await shelf('readwrite', s => { s('laci').get('blok:' + branch).onsuccess = e => { const old = e.target.result; s('laci').put({ nama: 'blok:' + branch, hari: a.hari, skew, nomor: [...(old?.hari == a.hari ? old.nomor : []), ...a.nomor] }); s('laci').delete('minta') } }) }
// 6 what the tablet holds, always in sight
async function count() { const checks = await mine(), photos = await all('foto'), block = await drawer('blok:' + branch), left = block && block.hari == today(block.skew) ? block.nomor.length : 0;
const unsent = checks.filter(c => !c.hasil).length, line = say(`${unsent} pemeriksaan belum terkirim, ${photos.length} foto belum terkirim, ${left} nomor cadangan`, `${unsent} checks not sent, ${photos.length} photos not sent, ${left} spare numbers`) + (gone ? say('. Anda sudah keluar: masuk lagi, lalu semuanya dikirim.', '. You are signed out: sign in again, then everything is sent.') : live ? '' : say('. Tanpa sambungan.', '. No connection.'));
if ($('#hitung').textContent != line) $('#hitung').textContent = line;
tablet.hidden = !(await isTablet() || unsent || photos.length || checks.length); tablet.dataset.belum = unsent + photos.length; $('#kirim-lagi').hidden = !(unsent + photos.length && live); return { unsent, photos, checks } }
async function show() { const { checks, photos } = await count();
const list = $('#perkara'), open = checks.filter(c => c.hasil == 'masalah' || c.hasil == 'jadwal'), refused = photos.filter(p => p.ditolak);
const item = (words, link, done) => { const li = document.createElement('li'), p = document.createElement('p'); p.textContent = words; li.append(p); if (link) { const a = document.createElement('a'); a.className = 'btn alt'; a.href = link; a.textContent = say('Buka dan betulkan', 'Open and mend'); li.append(a, ' ') }
const b = document.createElement('button'); b.type = 'button'; b.className = 'btn alt'; b.textContent = say('Sudah diurus', 'Seen to'); b.onclick = done; li.append(b); return li };
list.replaceChildren(...open.map(c => item([c.nomorBuku || c.janji, c.isi?.nama, en ? c.en : c.id].filter(Boolean).join(': '), c.kunjungan && address('/' + c.kunjungan), async () => { await drop('cek', c.kunci); show() })),
...refused.map(p => item(say('Foto tidak dapat diterima: ', 'A photo cannot be taken: ') + p.ditolak, '', async () => { await drop('foto', p.kunci); show() })));
if (!quick) return;
for (const s of ['#f-cari', '#baru', '#hari-ini']) $(s).hidden = !live;
if (live && !dirty()) quick.hidden = true; else if (!live) quick.hidden = !$('#luring-hasil').hidden }
const dirty = () => !quick.hidden && ['nik', 'nama', 'nomor'].some(n => $('#f-luring').elements[n].value);
// 7 photos become smaller here
const shrink = async (file, side) => { if (!file.type.startsWith('image/')) return file; try { const p = await createImageBitmap(file, { imageOrientation: 'from-image' }), k = Math.min(1, side / Math.max(p.width, p.height)), c = document.createElement('canvas'), d = c.getContext('2d');
c.width = Math.round(p.width * k); c.height = Math.round(p.height * k); d.fillStyle = '#fff'; d.fillRect(0, 0, c.width, c.height); d.drawImage(p, 0, 0, c.width, c.height);
if (k == 1 && /jpeg|png/.test(file.type)) return file; return await new Promise(done => c.toBlob(b => done(b || file), 'image/jpeg', .75)) } catch { return file } };
for (const f of $$('form.foto')) f.elements.berkas.onchange = async e => { const file = e.target.files[0]; if (!file) return; const small = await shrink(file, +f.dataset.sisi); if (small == file) return; const bag = new DataTransfer(); bag.items.add(new File([small], 'foto.jpg', { type: 'image/jpeg' })); e.target.files = bag.files };
// 8 the check without a network
let photos = [];
if (quick) { const form = $('#f-luring'), list = $('#l-daftar'), pick = $('#l-dokumen'), fault = words => { $('#luring-galat').textContent = words; if (words) $('#luring-galat').scrollIntoView({ block: 'center' }) };
const lists = () => { const t = $(`template[data-sebab="${form.elements.sebab.value}"]`); list.replaceChildren(t ? t.content.cloneNode(true) : ''); $('#l-untuk').hidden = $('#l-foto').hidden = !t;
pick.replaceChildren(...$$('input[name=ada]', list).filter(i => i.value != 'face_photo').map(i => new Option(i.parentElement.textContent.trim(), i.value))) };
form.elements.sebab.onchange = lists; lists();
const shots = () => $('#l-foto-daftar').replaceChildren(...photos.map(p => { const li = document.createElement('li'), b = document.createElement('button'); li.textContent = `${p.judul}, ${Math.ceil(p.isi.byteLength / 1024)} KB `; b.type = 'button'; b.className = 'btn alt'; b.textContent = say('Hapus', 'Remove'); b.onclick = () => { photos = photos.filter(q => q != p); shots() }; li.append(b); return li }));
$('#l-foto').onclick = () => $('#l-berkas').click();
$('#l-berkas').onchange = async e => { const file = e.target.files[0]; if (!file) return; e.target.value = ''; const small = await shrink(file, +tablet.dataset.sisi);
if (small.size > +tablet.dataset.terbesar) return fault(say('Foto ini terlalu besar.', 'This photo is too large.'));
photos.push({ kunci: fresh(), dokumen: pick.value, judul: pick.selectedOptions[0].text, jenis: small.type, isi: await small.arrayBuffer() }); shots() };
const digits = v => v.replace(/\D/g, '');
form.addEventListener('submit', async e => { e.preventDefault(); fault('');
const v = n => form.elements[n].value.trim(), ada = $$('input[name=ada]:checked', list).map(i => i.value), isi = { ada }; for (const n of ['nik', 'kpj', 'nama', 'lahir', 'telepon', 'email', 'sebab', 'prioritas']) isi[n] = v(n);
const nomor = v('nomor');
if (!nomor) { if (digits(isi.nik).length != 16) return fault(say('NIK harus 16 angka.', 'A NIK has 16 digits.')); if (digits(isi.kpj).length != 11) return fault(say('Nomor KPJ harus 11 angka.', 'A KPJ number has 11 digits.'));
if (!isi.nama || !isi.lahir || digits(isi.telepon).length < 9) return fault(say('Isi nama, tanggal lahir dan nomor ponsel.', 'Fill in name, birth date and mobile number.')) }
if (!isi.sebab) return fault(say('Pilih sebab klaim.', 'Choose the reason.'));
const lacks = $$('[data-wajib]', list).filter(r => !r.querySelector(':checked')).map(r => $$('label>span', r).map(s => s.textContent.trim()).join(say(' atau ', ' or ')));
if (e.submitter?.value != 'kurang' && lacks.length) return fault(say('Belum lengkap: ', 'Not complete: ') + lacks.join('; '));
const { unsent } = await count(); if (unsent >= most) return fault(say(`Tablet ini sudah menyimpan ${most} pemeriksaan. Sambungkan dahulu ke jaringan.`, `This tablet holds ${most} checks already. Connect it first.`));
const check = { kunci: fresh(), cabang: branch, dibuat: Date.now(), nomor, isi };
let given; try { given = await note(check, photos.map(p => ({ ...p, judul: undefined, cek: check.kunci }))) } catch { return fault(say('Tablet ini tidak dapat menyimpan lagi. Catat di kertas.', 'This tablet cannot keep more. Write it on paper.')) }
form.reset(); photos = []; shots(); lists();
$('#l-nomor').textContent = given.includes('.') || given.includes('/') ? say('Tiket tercatat', 'Ticket noted') : given || say('Nomor menyusul', 'The number follows');
$('#l-pesan').textContent = given ? say('Tulis nomor ini di kertas untuk orangnya. Perkiraan waktu dikirim setelah sambungan kembali.', 'Write this number on paper for the person. The expected time is sent once the connection is back.') : say('Nomor cadangan habis. Hasil pemeriksaan tersimpan; nomor diberikan setelah sambungan kembali.', 'The spare numbers are used up. The check is kept; the number is given once the connection is back.');
$('#l-kurang').replaceChildren(...lacks.map(t => { const li = document.createElement('li'); li.textContent = say('Kurang: ', 'Missing: ') + t; return li }));
quick.hidden = true; $('#luring-hasil').hidden = false; $('#l-nomor').focus(); await count(); if (live) sync() });
$('#l-berikut').onclick = () => { $('#luring-hasil').hidden = true; show(); if (!quick.hidden) $('#luring-judul').focus(); else $('#cari').focus() };
// what was typed on another page of the yard when the network went away
try { const typed = JSON.parse(sessionStorage.getItem('halaman') || 'null'); sessionStorage.removeItem('halaman'); if (typed) { for (const [n, v] of typed) if (n != 'ada' && form.elements[n] && !form.elements[n].length) form.elements[n].value = v; for (const n of ['sebab', 'prioritas']) { const f = typed.find(t => t[0] == n); if (f) form.elements[n].value = f[1] } lists(); for (const i of $$('input[name=ada]', list)) i.checked = typed.some(t => t[0] == 'ada' && t[1] == i.value) } } catch {} }
for (const f of $$('#f-orang,#ada')) f.addEventListener('submit', e => { if (live) return; e.preventDefault(); e.stopPropagation(); try { sessionStorage.setItem('halaman', JSON.stringify([...new FormData(f)].filter(([n]) => n != 'kunci' && n != 'kunjungan'))) } catch {} location.assign(address('')) });
// 9 the ticket under the camera, where the browser reads codes
const scan = $('#pindai');
if (scan && 'BarcodeDetector' in self && navigator.mediaDevices) { scan.hidden = false; let stream; const stop = () => { stream?.getTracks().forEach(t => t.stop()); stream = null; $('#kamera').hidden = true };
$('#tutup').onclick = () => { stop(); scan.focus() };
scan.onclick = async () => { try { const reader = new BarcodeDetector({ formats: ['qr_code'] }), film = $('#gambar'); stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }); $('#kamera').hidden = false; film.srcObject = stream; await film.play();
while (stream) { const found = await reader.detect(film).catch(() => []); if (found[0]) { stop(); if (live) { $('#cari').value = found[0].rawValue; $('#f-cari').requestSubmit() } else { $('#f-luring').elements.nomor.value = found[0].rawValue; $('#f-luring').elements.nomor.focus() } return } await new Promise(done => setTimeout(done, 200)) } } catch { stop(); $('#lihat').textContent = ''; $('#cari').focus() } } }
// 10 the way out: not with something unsent by mistake, and nothing stays
const out = $('#f-keluar'); let warned = false;
out?.addEventListener('submit', async e => { e.preventDefault(); const { unsent, photos } = await count();
if (unsent + photos.length && !warned) { warned = true; const p = document.createElement('p'); p.className = 'box w'; p.setAttribute('role', 'alert'); p.textContent = say(`Masih ada ${unsent} pemeriksaan dan ${photos.length} foto yang belum terkirim di tablet ini. Tunggu sampai terkirim. Tekan Keluar sekali lagi bila tetap ingin keluar: semuanya tetap tersimpan di tablet ini dan dikirim setelah petugas kantor ini masuk lagi.`, `${unsent} checks and ${photos.length} photos on this tablet were not sent yet. Wait until they are. Press Sign out once more to leave anyway: everything stays on this tablet and is sent once an officer of this branch signs in again.`); out.before(p); p.scrollIntoView({ block: 'center' }); setTimeout(() => delete out.dataset.sent); return }
if (!(unsent + photos.length)) try { await Promise.all(['cek', 'foto', 'laci'].map(n => shelf('readwrite', s => s(n).clear()))); await caches.delete('halaman') } catch {}
HTMLFormElement.prototype.submit.call(out) });
// 11 the page itself stays on the tablet
async function stay() { if (!await isTablet() || !('serviceWorker' in navigator)) return; await navigator.serviceWorker.register(to + '/pekerja.js', { scope: to }); await navigator.serviceWorker.ready;
const parts = $$('link[rel=stylesheet],link[rel=prefetch]').map(l => l.href).concat($$('script[src]').map(s => s.src)), store = await caches.open('halaman'), page = await fetch(address(''), { headers: { Accept: 'text/html' } });
if (!page.ok || page.redirected) return; await store.put(to, page); if (location.pathname != to) return;
for (const url of parts) if (!await store.match(url, { ignoreVary: true })) await store.add(url);
for (const old of await store.keys()) if (!parts.includes(old.url) && new URL(old.url).pathname != to) await store.delete(old) }
(async () => { if (quick && !await isTablet()) { const b = document.createElement('button'); b.type = 'button'; b.className = 'btn alt'; b.id = 'siapkan'; b.textContent = say('Pakai perangkat ini juga tanpa sambungan', 'Use this device without a connection, too'); b.onclick = async () => { await put('laci', { nama: 'tablet' }); b.remove(); await stay(); await sync() }; $('#hari-ini').append(b) }
$('#kirim-lagi').onclick = () => ping(); addEventListener('online', ping); addEventListener('offline', ping); setInterval(ping, 15000);
await show(); await ping(); if (live) await stay().catch(() => {}); tablet.dataset.siap = 1 })();
})();
