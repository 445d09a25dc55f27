import { $ } from "../kit/dom.js";
import { parsed } from "../kit/json.js";
import { keep, recall } from "../kit/memory.js";

// Says calls, one after the other, and knows what was said: a reload does not say it again.
export class Announcer {
    constructor(speaker) {
        this.speaker = speaker;
        this.said = parsed(recall('diumumkan', 'sessionStorage')) || [];
        this.turn = Promise.resolve();
        // How many wait to be spoken.
        this.waiting = 0;
    }

    isSaid(key) {
        return this.said.indexOf(key) >= 0;
    }

    remember(key) {
        this.said = this.said.concat(key).slice(-200);
        keep('diumumkan', JSON.stringify(this.said), 'sessionStorage');
    }

    // `kind` is 'panggil' (a call) or 'masuk' (a number may come in); `age` in milliseconds.
    announce({ klip: clips, ucap: text }, kind, key, age) {
        const done = () => this.waiting--;
        dispatchEvent(new CustomEvent('diumumkan', { detail: { kind, text, key, age } }));
        this.waiting++;
        this.turn = this.turn.then(() => {
            $('#umumkan').textContent = text;
            return this.speaker.play(['bel'].concat(clips.split(' ')));
        }).then(done, done);
    }
}
