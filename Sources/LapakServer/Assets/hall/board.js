import { write } from "../kit/changes.js";
import { $, $$ } from "../kit/dom.js";
import { twoDigits } from "../kit/time.js";
import { oneAtATime } from "../kit/turns.js";
import { Renewal } from "../kit/version.js";
import { isEnglish } from "../kit/words.js";
import { HallLine } from "./line.js";

// A call is new for so long; the line is silent, the screen was away after so long; a blinking ends; a look is waited for. Milliseconds.
const NEW = 90000, SILENT = 12000, AWAKE = 45000, BLINKS = 3600, PATIENCE = 10000;

// The text of a fragment; null when there is none, whatever the reason.
function fetched(address) {
    const late = new Promise((done, fail) => setTimeout(fail, PATIENCE));
    const answer = fetch(address, { cache: 'no-store', credentials: 'same-origin' })
        .then(answer => answer.ok || answer.status == 404 ? answer.text().then(text => ({ status: answer.status, text })) : null);
    return Promise.race([answer, late]).catch(() => null);
}

export class Board {
    constructor(hall, announcer) {
        this.hall = hall;
        this.path = hall.dataset.alamat;
        this.announcer = announcer;
        this.beats = 0;
        this.heard = Date.now();
        // Numbers that may come in, as of the last look; and since when calls blink.
        this.entered = null;
        this.blinking = {};
        this.look = oneAtATime(() => this.renew());
        this.readBoard();
        const renewal = new Renewal(() => this.isQuiet);
        this.line = new HallLine(this.path, {
            onBeat: () => this.beat(), onChange: () => this.change(), onVersion: known => renewal.hear(known),
        });
    }

    // The page loads itself anew after a while, unless this script does all that it has to: a first look that ends well stops that.
    begin() {
        this.news(false);
        this.timer = setInterval(() => this.tick(), 1000);
        this.renew().then(() => {
            if (self.stop) self.stop();
            this.line.open(this.position);
        });
        for (const name of ['online', 'pageshow', 'focus']) {
            addEventListener(name, () => {
                if (this.line.isClosed || this.silence > SILENT) this.again();
            });
        }
        document.addEventListener('visibilitychange', () => {
            if (!document.hidden && this.silence > SILENT) this.again();
        });
        document.addEventListener('resume', () => this.again());
    }

    get silence() {
        return Date.now() - this.heard;
    }

    // Nothing is called, blinks or is being said.
    get isQuiet() {
        const young = $$('[data-panggil]').some(call => Date.now() + this.skew - call.dataset.saat < NEW);
        return !young && !this.announcer.waiting;
    }

    // The server's clock before this screen's, and how far its journal was when the board was drawn.
    readBoard() {
        const { kini: now, posisi: position } = $('#papan').dataset;
        this.skew = now - Date.now();
        this.position = position;
    }

    // Swapped whole. Between pictures that lie far apart, by the server's clock, the screen was away, and what happened meanwhile is no
    // news.
    renew() {
        return fetched(this.path + '/isi').then(found => {
            if (!found) return;
            if (found.status == 404) {
                this.stop();
                return;
            }
            const box = document.createElement('div'), old = $('#papan');
            box.innerHTML = found.text;
            const next = $('#papan', box);
            if (!next) return;
            const gap = next.dataset.kini - old.dataset.kini;
            old.parentNode.replaceChild(next, old);
            this.blink();
            this.readBoard();
            this.alive();
            this.news(gap < AWAKE);
        });
    }

    // Calls that were never announced here and are young; numbers that may come in since the last look.
    news(isFresh) {
        for (const call of $$('[data-panggil]')) {
            const key = call.dataset.panggil, age = Date.now() + this.skew - call.dataset.saat;
            if (this.announcer.isSaid(key)) continue;
            this.announcer.remember(key);
            if (age > NEW) continue;
            this.blinking[key] = Date.now();
            this.announcer.announce(call.dataset, 'panggil', key, age);
        }
        const all = $$('[data-masuk]'), before = this.entered;
        this.entered = new Set(all.map(number => number.dataset.masuk));
        this.blink();
        if (!before || !isFresh) return;
        const fresh = all.filter(number => !before.has(number.dataset.masuk)).slice(0, 3);
        for (const number of fresh) this.announcer.announce(number.dataset, 'masuk', number.dataset.masuk, 0);
    }

    // The board is swapped while a number blinks: it goes on where it was.
    blink() {
        for (const call of $$('[data-panggil]')) {
            const since = Date.now() - this.blinking[call.dataset.panggil];
            if (!(since < BLINKS)) continue;
            call.classList.add('baru');
            call.style.animationDelay = -since + 'ms';
        }
    }

    clock(at) {
        const date = new Date(at + this.hall.dataset.geser * 60000);
        return twoDigits(date.getUTCHours()) + (isEnglish ? ':' : '.') + twoDigits(date.getUTCMinutes());
    }

    showClock() {
        const clock = $('#jam');
        if (clock) write(clock, this.clock(Date.now() + this.skew));
    }

    alive() {
        this.heard = Date.now();
        $('#basi').hidden = true;
        this.hall.classList.remove('basi');
        this.showClock();
    }

    beat() {
        this.alive();
        if (!this.hall.dataset.luput) return;
        delete this.hall.dataset.luput;
        this.look();
    }

    change() {
        this.alive();
        this.look();
    }

    again() {
        this.line.open(this.position);
        this.look();
    }

    tick() {
        this.showClock();
        if (this.silence > SILENT) {
            this.sayStale();
            if (this.line.age > SILENT) this.again();
        } else if (++this.beats % 5 == 0) {
            const hasPlace = this.line.hasPlace;
            if (hasPlace && this.line.isClosed) this.again();
            else if (!hasPlace || this.beats % 30 == 0) this.look();
        }
    }

    sayStale() {
        const note = $('#basi');
        if (!note.hidden) return;
        note.textContent = note.dataset.kata + ' ' + this.clock(this.heard + this.skew);
        note.hidden = false;
        this.hall.classList.add('basi');
        this.hall.dataset.luput = 1;
    }

    stop() {
        this.line.close();
        clearInterval(this.timer);
    }
}
