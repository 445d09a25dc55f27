import { $ } from "../kit/dom.js";
import { say } from "../kit/words.js";

// A sign of life is due after so long, and is given while somebody did something within so long. Milliseconds.
const DUE = 170e3, IDLE = 480e3;

// Whoever works here keeps the document; who went away loses it after a while, so that a colleague gets it.
export function signOfLife() {
    const desk = $('[data-pegang]');
    if (!desk) return;
    let used = Date.now(), asked = used;
    for (const name of ['keydown', 'pointermove', 'pointerdown', 'scroll']) {
        addEventListener(name, () => used = Date.now(), { passive: true, capture: true });
    }
    const give = async () => {
        asked = Date.now();
        let answer;
        try {
            answer = await fetch(desk.dataset.pegang, { method: 'POST', headers: { Accept: 'application/json' } });
        } catch {
            return;
        }
        const words = await lost(answer);
        if (!words) return;
        clearInterval(beat);
        tell(desk, words);
    };
    const beat = setInterval(() => {
        if (Date.now() - asked > DUE && Date.now() - used < IDLE) give();
    }, 5e3);
    addEventListener('visibilitychange', () => {
        if (!document.hidden && Date.now() - asked > DUE) give();
    });
}

// Why the document is no longer here, if it is not; else how long it stays is shown anew.
async function lost(answer) {
    if (answer.redirected) {
        return say(
            'Anda sudah keluar. Masuk lagi, lalu ambil lagi berkasnya; tidak ada keputusan yang tersimpan.',
            'You are signed out. Sign in again, then take the document again; no verdict was kept.');
    }
    if (answer.status == 409 || answer.status == 404) {
        return say(
            'Berkas ini tidak lagi di meja Anda. Tidak ada keputusan yang tersimpan. Kembali ke daftar, lalu ambil berkas berikutnya.',
            'This document is no longer on your desk. Nothing was kept. Go back to the list and take the next one.');
    }
    const until = $('#sampai');
    if (answer.ok && until) until.dataset.until = (await answer.json()).sampai;
}

function tell(desk, words) {
    const note = document.createElement('p');
    note.className = 'box w';
    note.setAttribute('role', 'alert');
    note.textContent = words;
    desk.before(note);
    $('.putus')?.remove();
}
