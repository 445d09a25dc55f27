import { $ } from "../kit/dom.js";
import { parsed } from "../kit/json.js";
import { freshKey } from "../kit/key.js";
import { Place } from "../kit/place.js";
import { ring } from "../kit/sound.js";
import { twoDigits } from "../kit/time.js";
import { oneAtATime } from "../kit/turns.js";
import { Renewal } from "../kit/version.js";
import { isEnglish } from "../kit/words.js";

// The line is silent after so many milliseconds.
const SILENCE = 12_000;

export class NumberPage {
    #path;
    #words;
    #inst = freshKey(6);
    #place = new Place(this.#inst);
    #heard = Date.now();
    #opened = 0;
    #ticks = 0;
    #line;
    #look = oneAtATime(() => this.#renew());
    #renewal = new Renewal(() => true);

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
        this.#begin();
    }

    // The page loads itself anew every half minute, unless this script does all that it has to: a first look that ends well stops that.
    async #begin() {
        try { await this.#renew(); } catch { return this.#open(); }
        self.stop();
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
        this.#line = null;
        this.#opened = Date.now();
        // Where other tabs have all the streams that this browser may have, the page looks by itself.
        if (!this.#place.take()) return;
        this.#line = new EventSource(`${this.#path}/aliran?inst=${this.#inst}`);
        this.#line.addEventListener('hb', () => this.#alive());
        this.#line.addEventListener('versi', event => this.#renewal.hear(parsed(event.data)));
        this.#line.addEventListener('ubah', () => {
            this.#alive();
            this.#look();
        });
    }

    #tick() {
        const hasPlace = this.#place.take();
        if (hasPlace && !this.#line) this.#open();
        if (++this.#ticks % 4 == 0 || !hasPlace) this.#look();
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
        if (!this.#line || this.#line.readyState == EventSource.CLOSED) this.#open();
    }
}
