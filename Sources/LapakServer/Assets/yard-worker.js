// The service worker of the yard, for /kantor/halaman only. Without a network the tablet's page and its assets come from the tablet;
// nobody's data are kept here. The page itself puts into the store what is kept (yard/stay.js).
const SHELL = '/kantor/halaman', STORE = 'halaman', PATIENCE = 6000;

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));

addEventListener('fetch', event => {
    const address = new URL(event.request.url), path = address.pathname;
    if (address.origin != location.origin || event.request.method != 'GET') return;
    if (event.request.mode == 'navigate' && (path == SHELL || path.startsWith(SHELL + '/'))) event.respondWith(page(event));
    else if (/^\/(gaya|lapak)[.-]/.test(path)) event.respondWith(asset(event.request));
});

async function kept(url) {
    const store = await caches.open(STORE);
    return store.match(url, { ignoreVary: true, ignoreSearch: url == SHELL });
}

// A network that does not answer in time is none.
async function page(event) {
    const shown = await kept(SHELL), live = fetch(event.request);
    try {
        return await (shown ? Promise.race([live, new Promise((_, fail) => setTimeout(fail, PATIENCE))]) : live);
    } catch {
        return shown || live;
    }
}

async function asset(request) {
    return await kept(request.url) || fetch(request);
}
