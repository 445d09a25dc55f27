import { write } from "../kit/changes.js";
import { $, $$ } from "../kit/dom.js";
import { twoDigits } from "../kit/time.js";
import { oneAtATime } from "../kit/turns.js";
import { isEnglish } from "../kit/words.js";
import { HallLine } from "./line.js";

// A call is new for so long; the line is silent, the screen was away after so long; a blinking ends. Milliseconds.
const NEW = 90_000, SILENT = 12_000, AWAKE = 45_000, BLINKS = 3600;

export class Board {
    #hall;
    #path;
    #announcer;
    #line;
    #timer;
    #beats = 0;
    #heard = Date.now();
    // The server's clock before this screen's, and how far its journal was when the board was drawn.
    #skew;
    #position;
    // Numbers that may come in, as of the last look; and since when calls blink.
    #entered = null;
    #blinking = {};
    #look = oneAtATime(() => this.#renew());

    constructor(hall, announcer) {
        this.#hall = hall;
        this.#path = hall.dataset.alamat;
        this.#announcer = announcer;
        this.#readBoard();
        this.#line = new HallLine(this.#path, { onBeat: () => this.#beat(), onChange: () => this.#change() });
    }

    begin() {
        this.#news(false);
        this.#line.open(this.#position);
        this.#timer = setInterval(() => this.#tick(), 1000);
        for (const name of ['online', 'pageshow', 'focus']) {
            addEventListener(name, () => {
                if (this.#line.isClosed || this.#silence > SILENT) this.#again();
            });
        }
        document.addEventListener('visibilitychange', () => {
            if (!document.hidden && this.#silence > SILENT) this.#again();
        });
        document.addEventListener('resume', () => this.#again());
    }

    get #silence() {
        return Date.now() - this.#heard;
    }

    #readBoard() {
        const { kini: now, posisi: position } = $('#papan').dataset;
        this.#skew = now - Date.now();
        this.#position = position;
    }

    // Swapped whole. Between pictures that lie far apart, by the server's clock, the screen was away, and what happened meanwhile is no
    // news.
    async #renew() {
        const answer = await fetch(this.#path + '/isi', { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
        if (answer.status == 404) return this.#stop();
        if (!answer.ok) return;
        const box = document.createElement('div');
        box.innerHTML = await answer.text();
        const next = $('#papan', box);
        if (!next) return;
        const gap = next.dataset.kini - $('#papan').dataset.kini;
        $('#papan').replaceWith(next);
        this.#blink();
        this.#readBoard();
        this.#alive();
        this.#news(gap < AWAKE);
    }

    // Calls that were never announced here and are young; numbers that may come in since the last look.
    #news(isFresh) {
        for (const call of $$('[data-panggil]')) {
            const key = call.dataset.panggil, age = Date.now() + this.#skew - call.dataset.saat;
            if (this.#announcer.isSaid(key)) continue;
            this.#announcer.remember(key);
            if (age > NEW) continue;
            this.#blinking[key] = Date.now();
            this.#announcer.announce(call.dataset, 'panggil', key, age);
        }
        const all = $$('[data-masuk]'), before = this.#entered;
        this.#entered = new Set(all.map(number => number.dataset.masuk));
        this.#blink();
        if (!before || !isFresh) return;
        const fresh = all.filter(number => !before.has(number.dataset.masuk)).slice(0, 3);
        for (const number of fresh) this.#announcer.announce(number.dataset, 'masuk', number.dataset.masuk, 0);
    }

    // The board is swapped while a number blinks: it goes on where it was.
    #blink() {
        for (const call of $$('[data-panggil]')) {
            const since = Date.now() - this.#blinking[call.dataset.panggil];
            if (!(since < BLINKS)) continue;
            call.classList.add('baru');
            call.style.animationDelay = -since + 'ms';
        }
    }

    #clock(at) {
        const date = new Date(at + this.#hall.dataset.geser * 60_000);
        return twoDigits(date.getUTCHours()) + (isEnglish ? ':' : '.') + twoDigits(date.getUTCMinutes());
    }

    #showClock() {
        const clock = $('#jam');
        if (clock) write(clock, this.#clock(Date.now() + this.#skew));
    }

    #alive() {
        this.#heard = Date.now();
        $('#basi').hidden = true;
        this.#hall.classList.remove('basi');
        this.#showClock();
    }

    #beat() {
        this.#alive();
        if (!this.#hall.dataset.luput) return;
        delete this.#hall.dataset.luput;
        this.#look();
    }

    #change() {
        this.#alive();
        this.#look();
    }

    #again() {
        this.#line.open(this.#position);
        this.#look();
    }

    #tick() {
        this.#showClock();
        if (this.#silence > SILENT) {
            this.#sayStale();
            if (this.#line.age > SILENT) this.#again();
        } else if (++this.#beats % 30 == 0) {
            this.#look();
        }
    }

    #sayStale() {
        const note = $('#basi');
        if (!note.hidden) return;
        note.textContent = note.dataset.kata + ' ' + this.#clock(this.#heard + this.#skew);
        note.hidden = false;
        this.#hall.classList.add('basi');
        this.#hall.dataset.luput = 1;
    }

    #stop() {
        this.#line.close();
        clearInterval(this.#timer);
    }
}
