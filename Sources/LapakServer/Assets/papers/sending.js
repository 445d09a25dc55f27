import { $ } from "../kit/dom.js";
import { parsed } from "../kit/json.js";
import { say } from "../kit/words.js";
import { Line } from "./line.js";
import { drop, keep } from "./shelf.js";

const ADDRESS = '/berkas/kirim', PIECE = 262144;
// Answers after which an upload that was begun goes on.
const PASSING = [404, 408, 409, 410, 423, 429, 460];

const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

// What is said of an answer that ends the sending; `again`: the paper stays on the shelf.
const refusal = answer => ({
    words: parsed(answer.responseText)?.detail
        || say('Berkas belum terkirim. Muat ulang halaman, lalu coba lagi.', 'The file was not sent. Reload the page, then try again.'),
    again: answer.status == 403 || answer.status == 409,
});

export class Sending {
    // True while somebody waits here for a paper that they have just chosen.
    isAsked = false;
    #line = new Line();
    #isStopped = false;
    #progress;
    #page;

    constructor(progress, page) {
        this.#progress = progress;
        this.#page = page;
        $('#henti').onclick = () => this.#stop();
    }

    fault(words) {
        this.#progress.fault(words);
    }

    async run(one) {
        const { form, list } = this.#page;
        this.#isStopped = false;
        this.#progress.begin(one.title);
        $('#kirim').hidden = false;
        if (form) form.hidden = true;
        if (this.isAsked) $('#judul').focus();
        this.#progress.show(0);
        const isSent = await this.#try(one);
        if (this.#isStopped && one.url) await this.#line.ask('DELETE', one.url).catch(() => {});
        $('#kirim').hidden = true;
        if (isSent && form) return location.assign('/berkas');
        if (form) form.hidden = false;
        await list?.look();
    }

    // One tab at a time sends a paper.
    async #try(one) {
        let isSent;
        try {
            isSent = navigator.locks
                ? await navigator.locks.request('berkas ' + one.key, { ifAvailable: true }, lock => lock && this.#send(one))
                : await this.#send(one);
            if (isSent || this.#isStopped) await drop(one);
        } catch (fault) {
            this.fault(fault.words || refusal({}).words);
            if (!fault.again) await drop(one);
        }
        return isSent;
    }

    // Goes on from the offset that the server has, however often the line breaks; true when everything is there.
    async #send(one) {
        const size = one.bytes.byteLength;
        let at, tries = 0, oddities = 0;
        while (!this.#isStopped) {
            await this.#line.online();
            if (this.#isStopped) break;
            try {
                at ??= await this.#begin(one);
                if (at >= size) return true;
                this.#progress.show(at / size);
                at = await this.#piece(one, at);
                tries = 0;
                this.#progress.show(at / size);
                this.#progress.tell('');
                if (at >= size) return true;
            } catch (answer) {
                if (this.#isStopped) break;
                if (!(answer instanceof XMLHttpRequest)) throw answer;
                const { status } = answer, isGone = status == 404 || status == 410, isRefused = status >= 400 && status < 500;
                if (isRefused && !one.url && status != 408) throw refusal(answer);
                if (isRefused && one.url && !PASSING.includes(status)) throw refusal(answer);
                if (isRefused && one.url && status != 423 && status != 429 && ++oddities > 5) throw refusal(answer);
                at = null;
                if (isGone && one.url) one.url = '';
                if (!status) {
                    this.#progress.tell(say(
                        'Sambungan terputus. Kiriman dilanjutkan otomatis.',
                        'The connection broke. Sending goes on by itself.'));
                }
                if (!isGone) await this.#line.pause(Math.min(3e4, 500 * 2 ** tries++));
            }
        }
    }

    // How much the server has.
    async #begin(one) {
        if (one.url) {
            const answer = await this.#line.ask('HEAD', one.url);
            if (answer.status >= 300) throw answer;
            return +answer.getResponseHeader('Upload-Offset');
        }
        const about = { paper: one.paper, filename: one.name, filetype: one.type, sha256: one.sha };
        const answer = await this.#line.ask('POST', `${ADDRESS}?untuk=${one.claim}`, {
            'Upload-Length': one.bytes.byteLength,
            'Upload-Metadata': Object.keys(about).filter(key => about[key]).map(key => key + ' ' + base64(about[key])).join(),
        });
        if (answer.status != 201) throw answer;
        one.url = new URL(answer.getResponseHeader('Location'), location).pathname;
        await keep(one);
        return 0;
    }

    async #piece(one, at) {
        const size = one.bytes.byteLength, fields = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': at };
        const answer = await this.#line.ask('PATCH', one.url, fields, one.bytes.slice(at, at + PIECE),
            sent => this.#progress.show((at + sent) / size));
        if (answer.status >= 300) throw answer;
        return +answer.getResponseHeader('Upload-Offset');
    }

    #stop() {
        this.#isStopped = true;
        this.#line.abort();
        this.#line.wake();
        this.fault(say('Pengiriman dibatalkan. Berkas ini tidak disimpan.', 'Sending was cancelled. This file was not kept.'));
    }
}
