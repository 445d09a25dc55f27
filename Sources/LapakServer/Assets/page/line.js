import { $ } from "../kit/dom.js";
import { say } from "../kit/words.js";

// Without a network the page says so.
export function watchLine() {
    if (!navigator.onLine) tell();
    addEventListener('offline', tell);
    addEventListener('online', () => $('#luring')?.remove());
}

function tell() {
    if ($('#luring')) return;
    const note = document.createElement('p');
    note.id = 'luring';
    note.className = 'box w';
    note.setAttribute('role', 'status');
    note.textContent = $('[data-luring]')?.dataset.luring || say(
        'Anda sedang luring. Kirim lagi bila sambungan sudah ada.',
        'You are offline. Send again when you have a connection.');
    $('main').prepend(note);
}
