import { $ } from "../kit/dom.js";

// Mail servers refuse within seconds: the page asks a few times, each time later, and then no more.
const PAUSES = [4, 8, 16, 32, 64];

export async function watchRefusal() {
    const sent = $('[data-kode-ke]');
    if (!sent) return;
    for (const seconds of PAUSES) {
        await new Promise(done => setTimeout(done, seconds * 1000));
        const box = await refusal();
        if (!box) continue;
        sent.replaceWith(box);
        return;
    }
}

async function refusal() {
    try {
        const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
        if (!answer.ok) return null;
        return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('ditolak');
    } catch { return null; }
}
