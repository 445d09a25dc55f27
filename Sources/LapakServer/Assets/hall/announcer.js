import { $ } from "../kit/dom.js";
import { parsed } from "../kit/json.js";
import { keep, recall } from "../kit/memory.js";

// Says calls, one after the other, and knows what was said: a reload does not say it again.
export class Announcer {
    #speaker;
    #said = parsed(recall('diumumkan', 'sessionStorage')) || [];
    #turn = Promise.resolve();

    constructor(speaker) {
        this.#speaker = speaker;
    }

    isSaid(key) {
        return this.#said.includes(key);
    }

    remember(key) {
        this.#said = [...this.#said, key].slice(-200);
        keep('diumumkan', JSON.stringify(this.#said), 'sessionStorage');
    }

    // `kind` is 'panggil' (a call) or 'masuk' (a number may come in); `age` in milliseconds.
    announce({ klip: clips, ucap: text }, kind, key, age) {
        dispatchEvent(new CustomEvent('diumumkan', { detail: { kind, text, key, age } }));
        this.#turn = this.#turn.then(() => {
            $('#umumkan').textContent = text;
            return this.#speaker.play(['bel', ...clips.split(' ')]);
        }).catch(() => {});
    }
}
