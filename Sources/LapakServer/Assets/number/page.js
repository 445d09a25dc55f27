import { $ } from "../kit/dom.js";
import { freshKey } from "../kit/key.js";
import { ring } from "../kit/sound.js";
import { twoDigits } from "../kit/time.js";
import { oneAtATime } from "../kit/turns.js";
import { isEnglish } from "../kit/words.js";

// The line is silent after so many milliseconds.
const SILENCE = 12_000;

export class NumberPage {
    #path;
    #words;
    #inst = freshKey(6);
    #heard = Date.now();
    #opened = 0;
    #ticks = 0;
    #line;
    #look = oneAtATime(() => this.#renew());

    constructor(page) {
        const { alamat: path, putus: broken, umur: age } = page.dataset;
        this.#path = path;
        this.#words = `${broken} ${age}`;
        setInterval(() => this.#tick(), 5000);
        document.addEventListener('visibilitychange', () => this.#shown());
        addEventListener('pageshow', event => {
            if (!event.persisted) return;
            this.#open();
            this.#look();
        });
        this.#open();
    }

    async #renew() {
        const answer = await fetch(this.#path + '/isi', { cache: 'no-store' });
        if (!answer.ok) return;
        const box = document.createElement('div'), old = $('#isi-nomor');
        const { keadaan: was } = old.dataset, news = $('#kabar').innerHTML;
        box.innerHTML = await answer.text();
        const next = $('#isi-nomor', box);
        this.#alive();
        if (!next) return;
        const isMoved = next.dataset.keadaan != was;
        if (!isMoved && $('#kabar', next).innerHTML == news) return;
        const focus = document.activeElement?.getAttribute?.('href');
        $('#isi-nomor').replaceWith(next);
        if (focus) $(`#isi-nomor a[href="${CSS.escape(focus)}"]`)?.focus();
        if (isMoved && ['inside', 'called'].includes(next.dataset.keadaan)) ring();
    }

    #alive() {
        this.#heard = Date.now();
        $('#galat').hidden = true;
    }

    #open() {
        this.#line?.close();
        this.#opened = Date.now();
        this.#line = new EventSource(`${this.#path}/aliran?inst=${this.#inst}`);
        this.#line.addEventListener('hb', () => this.#alive());
        this.#line.addEventListener('ubah', () => {
            this.#alive();
            this.#look();
        });
    }

    #tick() {
        if (++this.#ticks % 4 == 0) this.#look();
        if (Date.now() - this.#heard <= SILENCE) return;
        const fault = $('#galat'), at = new Date(this.#heard);
        fault.textContent = `${this.#words} ${twoDigits(at.getHours())}${isEnglish ? ':' : '.'}${twoDigits(at.getMinutes())}.`;
        fault.hidden = false;
        if (Date.now() - this.#opened > SILENCE) this.#open();
        this.#look();
    }

    #shown() {
        if (document.hidden) return;
        this.#look();
        if (this.#line.readyState == EventSource.CLOSED) this.#open();
    }
}
