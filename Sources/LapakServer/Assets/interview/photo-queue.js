import { show } from "../kit/changes.js";
import { $ } from "../kit/dom.js";
import { parsed } from "../kit/json.js";
import { freshKey } from "../kit/key.js";
import { rest } from "../kit/time.js";
import { stage, step, tellFault, tellNews } from "./stage.js";

// Photos are kept in memory until they have arrived, sent one after the other, and again after every break.
export class PhotoQueue {
    #o;
    #waiting = [];
    #isSending = false;

    // o: path; hasProgress: the bar says how much was sent; isWanted(one); onBegin(); onDone(one, isTaken)
    constructor(o) {
        this.#o = o;
    }

    get isEmpty() {
        return !this.#waiting.length;
    }

    // one: { kind, blob, how }, and what isWanted looks at
    add(one) {
        this.#waiting.push({ ...one, key: freshKey(), whose: step().untuk });
        if (!this.#isSending) this.#send();
    }

    async #send() {
        this.#isSending = true;
        let tries = 0;
        while (this.#waiting[0]) {
            const one = this.#waiting[0];
            if (!this.#o.isWanted(one)) {
                this.#waiting.shift();
                continue;
            }
            this.#begin();
            try {
                const words = await this.#post(one);
                this.#waiting.shift();
                tries = 0;
                tellFault(words);
                tellNews(words ? '' : stage.simpan);
                this.#o.onDone(one, !words);
            } catch {
                tellNews(stage.tunda);
                const online = new Promise(done => addEventListener('online', done, { once: true }));
                await Promise.race([rest(Math.min(15000, 1000 * 2 ** tries++)), online]);
            }
        }
        show($('#maju'), false);
        this.#isSending = false;
    }

    #begin() {
        const bar = $('#maju');
        show(bar, true);
        if (this.#o.hasProgress) bar.value = 0;
        else bar.removeAttribute('value');
        tellNews(stage.kirim);
        this.#o.onBegin();
    }

    // What the server has against the photo, or ''; fails when it should be sent again.
    #post({ kind, how, blob, key, whose }) {
        return new Promise((done, fail) => {
            const request = new XMLHttpRequest();
            request.open('POST', `${this.#o.path}/foto?jenis=${kind}&cara=${how}&untuk=${whose}`);
            request.timeout = 9e4;
            request.setRequestHeader('Accept', 'application/json');
            request.setRequestHeader('Content-Type', 'image/jpeg');
            request.setRequestHeader('Idempotency-Key', key);
            if (this.#o.hasProgress) request.upload.onprogress = event => $('#maju').value = 100 * event.loaded / event.total;
            request.onload = () => {
                const { status } = request;
                if (status >= 500 || status == 408 || status == 429) fail();
                else done(status < 300 ? '' : parsed(request.responseText)?.detail || stage.rusak);
            };
            request.onerror = request.ontimeout = () => fail();
            request.send(blob);
        });
    }
}
