import { $ } from "../kit/dom.js";
import { oneAtATime } from "../kit/turns.js";
import { step } from "../interview/stage.js";
import { PATH } from "./path.js";

const PARTS = ['tahap', 'langkah', 'kaki'];
const bare = html => html.replace(/(kunci" value=")\w*/g, '$1').replace(/ open=""/g, '');

// The page follows the booth: parts that changed take the place of the old ones.
export class Steps {
    #on;
    #kept = {};
    look = oneAtATime(() => this.#look());

    // on: onLine(isOpen); onMove() another step is shown; onSwap() after every look; onForget(why) somebody else's turn has come
    constructor(on) {
        this.#on = on;
        for (const part of PARTS) this.#kept[part] = bare($('#' + part).outerHTML);
    }

    async #look() {
        try {
            const answer = await fetch(PATH + '/isi', { headers: { Accept: 'application/json' } });
            if (answer.status == 403) this.#on.onForget();
            if (!answer.ok) return;
            this.swap(await answer.text());
            this.#on.onLine(true);
        } catch {
            this.#on.onLine(false);
        }
    }

    swap(text) {
        const box = document.createElement('template'), was = { ...step() };
        box.innerHTML = text;
        const fresh = box.content, now = $('#langkah', fresh)?.dataset;
        if (!now) return;
        // Whoever sat here is not the one who is shown now: nothing of them may stay.
        if (was.wawancara && was.wawancara != now.wawancara) {
            const isPaused = was.keadaan != 'done' && now.keadaan == 'idle' && !$('.box.w', fresh);
            return this.#on.onForget(isPaused ? 'jeda' : '');
        }
        for (const part of PARTS) this.#put(part, $('#' + part, fresh));
        if (now.keadaan != was.keadaan || now.foto != was.foto || now.suara != was.suara) this.#on.onMove();
        this.#on.onSwap();
    }

    #put(part, fresh) {
        const html = fresh && bare(fresh.outerHTML);
        if (!fresh || html == this.#kept[part]) return;
        this.#kept[part] = html;
        $('#' + part).replaceWith(fresh);
    }
}
