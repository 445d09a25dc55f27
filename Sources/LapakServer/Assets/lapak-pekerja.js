// lapak-pekerja.js: the service worker of the yard, for /kantor/halaman only. Without a network the tablet's page and its assets come
// from the tablet; nobody's data are kept here.
const shell = '/kantor/halaman', store = 'halaman', patience = 6000;
addEventListener('install', () => skipWaiting());
addEventListener('activate', e => e.waitUntil(clients.claim()));
const kept = async url => (await caches.open(store)).match(url, { ignoreVary: true, ignoreSearch: url == shell });
addEventListener('fetch', e => { const u = new URL(e.request.url);
if (u.origin != location.origin || e.request.method != 'GET') return;
if (e.request.mode == 'navigate' && (u.pathname == shell || u.pathname.startsWith(shell + '/'))) e.respondWith(page(e));
else if (/^\/(gaya|lapak)[.-]/.test(u.pathname)) e.respondWith(part(e.request)) });
async function page(e) { const shown = await kept(shell), live = fetch(e.request);
try { return await (shown ? Promise.race([live, new Promise((_, fail) => setTimeout(fail, patience))]) : live) } catch { return shown || live } }
async function part(request) { return await kept(request.url) || fetch(request) }
