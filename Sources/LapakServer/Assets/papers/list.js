import { $, $$ } from "../kit/dom.js";
import { rest } from "../kit/time.js";
import { say } from "../kit/words.js";

const marks = list => $$('.tag,.sub a', list).map(mark => mark.textContent).join();

// The list looks again by itself while something is being checked.
export class PaperList {
    #list;

    constructor(list) {
        this.#list = list;
    }

    async look() {
        const answer = await fetch('/berkas', { headers: { Accept: 'text/html' } });
        const fresh = answer.ok && $('#daftar', new DOMParser().parseFromString(await answer.text(), 'text/html'));
        if (!fresh) return this.#list.removeAttribute('data-segar');
        if (marks(fresh) != marks(this.#list)) this.#replace(fresh);
        this.#list.toggleAttribute('data-segar', fresh.hasAttribute('data-segar'));
    }

    #replace(fresh) {
        const focus = document.activeElement?.id;
        this.#list.replaceChildren(...fresh.childNodes);
        if (focus) document.getElementById(focus)?.focus();
        $('#warta').textContent = say('Keadaan berkas berubah.', 'The state of your papers has changed.');
    }

    async watch() {
        for (let looks = 0; this.#list.hasAttribute('data-segar'); looks++) {
            await rest(looks < 20 ? 3000 : 15000);
            if (document.hidden || !navigator.onLine) continue;
            try { await this.look(); } catch {}
        }
    }
}
