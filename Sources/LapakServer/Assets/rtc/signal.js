import { parsed } from "../kit/json.js";
import { freshKey } from "../kit/key.js";
import { rest } from "../kit/time.js";
import { now, within } from "./timing.js";

// This page load, for the server: sent as ?inst= with every line.
export const inst = freshKey(6);

const SILENCE = 12000, EVENTS = ['halo', 'ubah', 'rekan', 'sinyal', 'pesan', 'pindah', 'versi', 'hb'];
// Half a second, then longer, never longer than three; with chance, so that a thousand pages do not come back in one moment.
const pause = tries => Math.min(3000, 500 * 2 ** tries) * (.5 + Math.random() / 2);

// The line to the server: what happened comes by events, what is said goes by posts. `base` is '/kantor/konsol' or '/wawancara'; used are
// base + /siaran, /sinyal and /ice.
//
//   .on(name, act)     'ubah' {}, 'pesan' {text}, 'versi', 'halo', 'rekan' as the server sends them (several acts are fine); its own:
//                      'jalur' {open}  the line came or went
//                      'pindah' {here} this page was opened anew elsewhere (false; media stops here) or is the only one again
//   .open() .close() .reopen()   it reopens by itself after silence, on `online`, and when the page is shown again
//   .last              id of the newest 'ubah'; it goes into ?last= by itself
//   await .ice()       fresh iceServers
export class Signal {
    #base;
    #stream;
    #timer;
    #watch;
    #tries = 0;
    #heard = 0;
    #listeners = {};
    #known = [];
    #asked = -Infinity;
    last = '';
    isOpen = false;
    here = true;

    constructor(base) {
        this.#base = base;
    }

    on(name, act) {
        (this.#listeners[name] ??= []).push(act);
        return this;
    }

    #emit(name, data) {
        for (const act of this.#listeners[name] || []) act(data);
    }

    open() {
        if (this.#watch) return this;
        // A connection whose network went away stays "open" for minutes; only silence tells.
        this.#watch = setInterval(() => {
            if (now() - this.#heard <= SILENCE || document.hidden && !this.here) return;
            this.#line(false);
            this.reopen();
        }, 1000);
        addEventListener('online', this.#back);
        addEventListener('pageshow', this.#shown);
        document.addEventListener('visibilitychange', this.#shown);
        this.reopen();
        return this;
    }

    close() {
        clearInterval(this.#watch);
        clearTimeout(this.#timer);
        this.#watch = 0;
        this.#stream?.close();
        this.#stream = null;
        removeEventListener('online', this.#back);
        removeEventListener('pageshow', this.#shown);
        document.removeEventListener('visibilitychange', this.#shown);
        this.#line(false);
    }

    #back = () => {
        this.#tries = 0;
        this.reopen();
    };

    // A page that was opened anew elsewhere listens only while it is shown: a browser has few connections to one server.
    #shown = () => {
        if (document.hidden && !this.here) this.#rest();
        else if (!document.hidden && now() - this.#heard > 6000) this.#back();
    };

    #rest() {
        clearTimeout(this.#timer);
        this.#stream?.close();
        this.#stream = null;
    }

    reopen() {
        clearTimeout(this.#timer);
        this.#stream?.close();
        this.#heard = now();
        const stream = this.#stream = new EventSource(`${this.#base}/siaran?inst=${inst}&last=${encodeURIComponent(this.last)}`);
        for (const name of EVENTS) stream.addEventListener(name, event => stream === this.#stream && this.#hear(name, event));
        stream.onerror = () => {
            if (stream !== this.#stream) return;
            // EventSource ends for good at a 502 and waits by rules of its own otherwise: always open a new one.
            stream.close();
            this.#line(false);
            this.#heard = now();
            clearTimeout(this.#timer);
            this.#timer = setTimeout(() => this.#watch && this.reopen(), pause(this.#tries++));
        };
    }

    #hear(name, event) {
        this.#heard = now();
        if (event.lastEventId) this.last = event.lastEventId;
        const data = parsed(event.data) || {};
        if (name == 'halo') {
            this.#tries = 0;
            this.#line(true);
            this.#move(data.inst);
        }
        if (name == 'pindah') this.#move(data.inst);
        else if (name != 'hb') this.#emit(name, data);
    }

    #line(open) {
        if (open != this.isOpen) this.#emit('jalur', { open: this.isOpen = open });
    }

    #move(newest) {
        const here = !newest || newest == inst;
        if (here == this.here) return;
        this.#emit('pindah', { here: this.here = here });
        if (here) this.reopen();
        else if (document.hidden) this.#rest();
    }

    // Tries until there is an answer, or until nobody waits for it any more.
    async post(path, body, isWanted = () => true) {
        for (let tries = 0; isWanted(); tries++) {
            try {
                const answer = await within(10000, fetch(this.#base + path, {
                    method: 'POST', body: JSON.stringify(body),
                    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
                }));
                if (answer.status < 500 && answer.status != 429 && answer.status != 408) return answer;
            } catch {}
            await rest(pause(tries));
        }
    }

    // Credentials last two hours: those of a moment ago serve a new connection, a restart asks again.
    async ice(fresh) {
        if (fresh || now() - this.#asked > 6e5) await this.ping().catch(() => {});
        return this.#known;
    }

    // Milliseconds to the server and back.
    async ping() {
        const begun = now(), answer = await within(3000, fetch(this.#base + '/ice', { headers: { Accept: 'application/json' } }));
        if (!answer.ok) throw new Error(answer.status);
        this.#known = (await answer.json()).iceServers;
        this.#asked = now();
        return this.#asked - begun;
    }
}
