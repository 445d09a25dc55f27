import { $, $$ } from "../kit/dom.js";
import { Renewal } from "../kit/version.js";

// Nobody touched the tablet for so long; the server is asked for its version so often. Milliseconds.
const STILL = 120000, OFTEN = 300000;

const isTyped = field => field.type != 'hidden' && ('defaultValue' in field && field.value != field.defaultValue || field.files?.length);

// A new version takes the page's place while nobody works with it.
export class Upkeep {
    #network;
    #touched = Date.now();
    #asked = 0;
    #renewal = new Renewal(() => this.#isQuiet);

    constructor(network) {
        this.#network = network;
        for (const name of ['pointerdown', 'keydown', 'input']) {
            addEventListener(name, () => this.#touched = Date.now(), { passive: true });
        }
    }

    get #isQuiet() {
        const isStill = Date.now() - this.#touched > STILL;
        return isStill && this.#network.isLive && !$('dialog[open]') && !$$('input,textarea').some(isTyped);
    }

    async look() {
        if (!this.#network.isLive || Date.now() - this.#asked < OFTEN) return;
        this.#asked = Date.now();
        try {
            const answer = await fetch('/versi.json', { cache: 'no-store' });
            if (answer.ok) this.#renewal.hear(await answer.json());
        } catch {}
    }
}
