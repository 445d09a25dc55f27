import { write } from "../kit/changes.js";
import { $ } from "../kit/dom.js";
import { parsed } from "../kit/json.js";
import { freshKey } from "../kit/key.js";
import { rest } from "../kit/time.js";
import { say } from "../kit/words.js";
import { address, alarm, root } from "./page.js";

// Presses wait for so long without a line; what is shown is old after so long. Milliseconds.
const PATIENCE = 30000, OLD = 15000;
const HEADERS = { Accept: 'application/json' };

const isPress = ({ verb }) => verb != 'lihat' && verb != 'hidup';
// The key of a press that waits, where it has one.
const keyOf = ({ verb, fields }) => ({
    tanda: fields.tanda?.endsWith(':1') ? 'J' : 'K', lanjut: 'Enter', kembali: 'K', urung: 'Z', tunda: 'P',
    panggil: fields.kursi ? 'R' : 'N', pesan: fields.semua ? 'B' : 'M', tulis: 'W',
})[verb] || verb;

// Presses go to the server one after another; without a line they wait. Every answer brings the pieces of the page as they are now.
export class Server {
    // True while the live line stands: then there is less to ask.
    hasLine = false;
    // How far the server's journal was when the pieces were made.
    position = 0;
    #console;
    #skew = +root.dataset.saat - Date.now();
    #queue = [];
    // How many presses of each interview are under way.
    #pending = new Map();
    #isSending = false;
    #isLoading = false;
    #isAskedAgain = false;
    #isBlocked = false;
    #isDown = false;
    // Requests are numbered: an older answer never replaces a newer one.
    #asked = 0;
    #shown = 0;
    #heard = Date.now();
    #posted = 0;

    constructor(owner) {
        this.#console = owner;
    }

    // By the server's clock.
    get now() {
        return Date.now() + this.#skew;
    }

    get holdsPresses() {
        return this.#queue.some(isPress);
    }

    isPending(id) {
        return this.#pending.get(id) > 0;
    }

    #count(id, change) {
        if (id) this.#pending.set(id, (this.#pending.get(id) || 0) + change);
    }

    // True once the server took it, false when it refused.
    post(verb, fields) {
        return new Promise(done => {
            if (this.#isBlocked) return done(false);
            this.#dropLook(verb);
            this.#count(fields.kursi, 1);
            this.#queue.push({ verb, fields: { kunci: freshKey(), ...fields }, done, at: Date.now() });
            this.#send();
        });
    }

    // Of several looks at seats only the last one counts.
    #dropLook(verb) {
        const last = this.#queue.at(-1);
        if (verb != 'lihat' || last?.verb != verb || last.isSent) return;
        this.#queue.pop();
        this.#count(last.fields.kursi, -1);
        last.done(true);
    }

    async #send() {
        if (this.#isSending) return;
        this.#isSending = true;
        while (this.#queue.length) {
            const one = this.#queue[0], number = ++this.#asked;
            one.isSent = true;
            const found = await this.#ask(one);
            if (!found || [429, 502, 503, 504].includes(found.answer.status)) {
                this.cut(true);
                await rest(1000);
                continue;
            }
            this.cut(false);
            this.#queue.shift();
            this.#posted = Date.now();
            this.#count(one.fields.kursi, -1);
            if (found.answer.redirected) {
                this.#signedOut();
                break;
            }
            this.#settle(one, found, number);
            this.#console.paint();
        }
        this.#isSending = false;
        if (this.#isAskedAgain) this.load();
    }

    async #ask({ verb, fields }) {
        try {
            const options = { method: 'POST', body: new URLSearchParams(fields), headers: HEADERS, signal: AbortSignal.timeout(10000) };
            const answer = await fetch(address(verb), options);
            return { answer, text: await answer.text() };
        } catch {
            return null;
        }
    }

    #settle(one, { answer, text }, number) {
        if (answer.ok) {
            if (text) this.#take(text, number, answer);
            return one.done(true);
        }
        one.done(false);
        if (one.verb == 'tutup') location.assign(address(''));
        alarm(parsed(text)?.detail || say('Ada gangguan; coba lagi.', 'Something failed; try again.'));
    }

    async load() {
        if (this.#isLoading || this.#isSending) {
            this.#isAskedAgain = true;
            return;
        }
        this.#isLoading = true;
        this.#isAskedAgain = false;
        const number = ++this.#asked;
        try {
            const answer = await fetch(root.dataset.isi, { headers: HEADERS, signal: AbortSignal.timeout(8000) });
            if (answer.redirected) this.#signedOut();
            else if (answer.status == 409) location.assign(address(''));
            else if (answer.ok) {
                this.cut(false);
                this.#take(await answer.text(), number, answer);
            }
        } catch {}
        this.#isLoading = false;
        if (this.#isAskedAgain) this.load();
    }

    #take(html, number, answer) {
        const [position, time] = answer.headers.get('X-Konsol').split(' ');
        if (number < this.#shown || +position < this.position) return;
        this.#shown = number;
        this.position = +position;
        this.#heard = Date.now();
        this.#skew = time - this.#heard;
        this.#console.pieces.show(html);
        this.#console.front.settle();
        this.#console.paint();
        this.#console.clock.tick();
    }

    cut(isDown) {
        this.#isDown = isDown;
        if (!isDown && this.#isBlocked) {
            this.#isBlocked = false;
            alarm('');
        }
        this.showAge();
    }

    #signedOut() {
        this.#isBlocked = true;
        this.#queue.length = 0;
        alarm(say('Anda sudah keluar. Masuk lagi; sesi Anda tetap.', 'You are signed out. Sign in again; your session stays.'));
    }

    // Says that nothing is taken now, when it is so.
    refuses() {
        if (this.#isBlocked) this.#sayCut();
        return this.#isBlocked;
    }

    #sayCut() {
        alarm(say(
            'Sambungan terputus: jangan tutup jendela. Yang sudah ditekan dikirim nanti.',
            'The line is cut: do not close the window. What was pressed is sent later.'));
    }

    // How old the data are, and which presses wait.
    showAge() {
        const old = Math.round((Date.now() - this.#heard) / 1000), isOld = this.#isDown || old > OLD / 1000, tag = $('#jalur');
        root.classList.toggle('tua', isOld);
        if (this.#queue.length && Date.now() - this.#queue[0].at > PATIENCE && !this.#isBlocked) {
            this.#isBlocked = true;
            this.#sayCut();
        }
        const held = this.#isDown ? this.#queue.filter(isPress).map(keyOf).join(' ') : '';
        const words = say(`data ${old} detik lalu`, `data ${old} s old`) + (held && say('; antre: ', '; held: ') + held);
        write(tag, isOld ? words : '');
        tag.classList.toggle('no', isOld);
    }

    // A sign of life, where neither line nor presses give one.
    giveSign() {
        if (!this.hasLine && Date.now() - this.#posted > 5000 && !this.#queue.length) this.post('hidup', {});
    }
}
