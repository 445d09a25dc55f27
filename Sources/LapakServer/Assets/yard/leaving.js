import { $, $$ } from "../kit/dom.js";
import { keep } from "../kit/memory.js";
import { say } from "../kit/words.js";
import { empty } from "./shelf.js";
import { address } from "./tablet.js";

// A form that is sent without a network goes on as a check without one: what was typed is carried there.
export function carryTyped(network) {
    for (const form of $$('#f-orang,#ada')) {
        form.addEventListener('submit', event => {
            if (network.isLive) return;
            event.preventDefault();
            event.stopPropagation();
            const typed = [...new FormData(form)].filter(([name]) => name != 'kunci' && name != 'kunjungan');
            keep('halaman', JSON.stringify(typed), 'sessionStorage');
            location.assign(address(''));
        });
    }
}

// Signing out: not with something unsent by mistake, and nothing stays.
export function guardLeaving(held) {
    const form = $('#f-keluar');
    let isWarned = false;
    form?.addEventListener('submit', async event => {
        event.preventDefault();
        const { unsent, photos } = await held.count(), isWaiting = unsent + photos.length > 0;
        if (isWaiting && !isWarned) {
            isWarned = true;
            warn(form, unsent, photos.length);
            setTimeout(() => delete form.dataset.sent);
            return;
        }
        if (!isWaiting) await wipe();
        HTMLFormElement.prototype.submit.call(form);
    });
}

async function wipe() {
    try {
        await Promise.all(['cek', 'foto', 'laci'].map(empty));
        await caches.delete('halaman');
    } catch {}
}

function warn(form, unsent, photos) {
    const note = document.createElement('p');
    note.className = 'box w';
    note.setAttribute('role', 'alert');
    note.textContent = say(
        `Masih ada ${unsent} pemeriksaan dan ${photos} foto yang belum terkirim di tablet ini. Tunggu sampai terkirim. `
            + 'Tekan Keluar sekali lagi bila tetap ingin keluar: semuanya tetap tersimpan di tablet ini dan dikirim setelah petugas kantor '
            + 'ini masuk lagi.',
        `${unsent} checks and ${photos} photos on this tablet were not sent yet. Wait until they are. `
            + 'Press Sign out once more to leave anyway: everything stays on this tablet and is sent once an officer of this branch '
            + 'signs in again.');
    form.before(note);
    note.scrollIntoView({ block: 'center' });
}
