import { $ } from "../kit/dom.js";
import { stage, step } from "../interview/stage.js";
import { post } from "./path.js";
import { say } from "./voice.js";

const giveSign = () => post('hidup').catch(() => {});

// Is somebody there? Asked after the time of a standstill; a third of it later nothing of the person is shown any more.
export class Presence {
    #booth;
    #question = $('#masih');
    #standstill = +stage.diam * 1000;
    #touched = Date.now();
    #ticks = 0;

    constructor(booth) {
        this.#booth = booth;
        const wake = () => this.#wake();
        for (const name of ['pointerdown', 'keydown']) addEventListener(name, wake, { passive: true });
        $('#ada').onclick = wake;
        setInterval(() => this.#tick(), 1000);
    }

    touch() {
        this.#touched = Date.now();
    }

    #wake() {
        this.touch();
        if (!this.#question.open) return;
        this.#question.close();
        giveSign();
    }

    #tick() {
        this.#ticks++;
        const isOwn = 'sendiri' in step(), idle = Date.now() - this.#touched, question = this.#question;
        if (isOwn && idle > this.#standstill * 4 / 3) return this.#booth.leave();
        if (isOwn && idle > this.#standstill && !question.open) {
            question.showModal();
            say(question.dataset.suara);
        } else if (!isOwn && question.open) {
            question.close();
        }
        if (this.#ticks % 20 == 0 && isOwn && idle < 20000) giveSign();
        if (this.#ticks % 5 != 0) return;
        this.#booth.look();
        if (!this.#booth.camera.eye) this.#booth.camera.begin();
    }
}
