import { $, $$ } from "../kit/dom.js";
import { say } from "../kit/words.js";
import { put } from "./shelf.js";
import { HOME, address, isTablet } from "./tablet.js";

// The page and its assets stay on the tablet, for the service worker; what an older page needed goes.
export async function stay() {
    if (!await isTablet() || !('serviceWorker' in navigator)) return;
    await navigator.serviceWorker.register(HOME + '/pekerja.js', { scope: HOME });
    await navigator.serviceWorker.ready;
    const sheets = $$('link[rel=stylesheet],link[rel=prefetch]').map(link => link.href);
    const assets = [...sheets, ...$$('script[src]').map(script => script.src)];
    const store = await caches.open('halaman'), page = await fetch(address(''), { headers: { Accept: 'text/html' } });
    if (!page.ok || page.redirected) return;
    await store.put(HOME, page);
    if (location.pathname != HOME) return;
    for (const url of assets) {
        if (!await store.match(url, { ignoreVary: true })) await store.add(url);
    }
    for (const old of await store.keys()) {
        if (!assets.includes(old.url) && new URL(old.url).pathname != HOME) await store.delete(old);
    }
}

// A device without a finger as pointer is prepared only when asked: an office computer that only looks reserves nothing.
export async function prepare(sync) {
    if (await isTablet()) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn alt';
    button.id = 'siapkan';
    button.textContent = say('Pakai perangkat ini juga tanpa sambungan', 'Use this device without a connection, too');
    button.onclick = async () => {
        await put('laci', { nama: 'tablet' });
        button.remove();
        await stay();
        await sync.send();
    };
    $('#hari-ini').append(button);
}
