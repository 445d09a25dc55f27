import { $, $$ } from "../kit/dom.js";
import { Shortcuts } from "../kit/shortcuts.js";
import { say } from "../kit/words.js";
import { isTyping, mayAct, root, tell } from "./page.js";

// Keys that only change how pictures are looked at: whoever looks on has them, too, and they repeat.
const LOOKS = '+=-c?';
const cannot = () => tell(say('Tidak dapat sekarang.', 'Not possible now.'));

// Keys; every one of them is a button, too.
export class Keys {
    #console;
    #shortcuts = new Shortcuts($('#pintasan'), () => $$('.con kbd'));
    #acts;

    constructor(owner) {
        this.#console = owner;
        this.#acts = this.#makeActs();
        // How many keys did something: tests count the presses of a whole interview.
        window.__keys = 0;
        addEventListener('keydown', event => this.#press(event));
        addEventListener('keyup', event => {
            const { video } = owner;
            if (video.spoken && event.key.toLowerCase() == video.spoken) video.talk('');
        });
        addEventListener('blur', () => owner.video.talk(''));
        addEventListener('pointerdown', event => this.#hold(event));
        root.addEventListener('click', event => this.#click(event));
    }

    show() {
        this.#shortcuts.show();
    }

    #makeActs() {
        const { front, pictures, rows, server, steps, video } = this.#console;
        return {
            ' ': () => front.selectNext(),
            Enter: () => steps.enter(),
            j: () => rows.judge(true),
            k: () => rows.judge(false),
            f: () => video.snap(),
            l: () => front.id && server.post('pesan', { kursi: front.id, pesan: 'light' }),
            p: () => this.#pressButton('p'),
            r: () => this.#pressButton('r'),
            n: () => $('#f-panggil button').click(),
            m: () => this.#toggleMessages(),
            w: () => this.#write(),
            z: () => steps.takeBackLast(),
            '+': () => pictures.zoom(1.5),
            '=': () => pictures.zoom(1.5),
            '-': () => pictures.zoom(1 / 1.5),
            c: () => pictures.brighten(),
            '?': () => $('#bantuan').showModal(),
            kamera: () => video.switchCamera(),
        };
    }

    get #panel() {
        return this.#console.front.panel;
    }

    #pressButton(key) {
        const button = this.#panel && $(`[data-tekan="${key}"]`, this.#panel);
        if (button) button.click();
        else cannot();
    }

    #toggleMessages() {
        const messages = this.#panel && $('.pesan', this.#panel);
        if (!messages) return;
        messages.open = !messages.open;
        messages.scrollIntoView({ block: 'end' });
    }

    #write() {
        const field = this.#panel && $('.tulis textarea', this.#panel), details = field?.closest('details');
        if (!field) return cannot();
        if (details) details.open = true;
        field.focus();
    }

    #press(event) {
        const { target } = event, isCommand = event.ctrlKey || event.metaKey;
        if (event.key == 'Enter' && isCommand && target.name == 'tulisan') {
            event.preventDefault();
            return target.form.requestSubmit();
        }
        if (isCommand || event.altKey || event.isComposing || event.defaultPrevented || $('dialog[open]')) return;
        const { front, video } = this.#console, key = event.key.length == 1 ? event.key.toLowerCase() : event.key;
        if (key == 'Escape') return front.close() ? front.focus() : front.leave();
        if (!this.#hears(key, event)) return;
        event.preventDefault();
        window.__keys++;
        if (front.isQuiet && ['Enter', 'j', 'k'].includes(key)) return;
        if (/^[1-9]$/.test(key)) return this.#pressDigit(key);
        if (key == 't' || key == 'b') return video.talk(key);
        this.#acts[key]();
    }

    #hears(key, { target, repeat }) {
        if (!this.#shortcuts.areOn || isTyping(target) || repeat && !LOOKS.includes(key)) return false;
        if (key == 'Enter' && target.closest('a[href],button,summary') || key == ' ' && target.closest('button,summary')) return false;
        if (/^[1-9]$/.test(key)) return true;
        return (mayAct || LOOKS.includes(key)) && (this.#acts[key] || key == 't' || key == 'b');
    }

    // A reason or a message while those are open, else a seat.
    #pressDigit(key) {
        const { front } = this.#console, panel = front.panel;
        const box = panel && ($('.alasan:not([hidden])', panel) || $('.pesan[open]', panel));
        if (box) $(`[data-angka="${key}"]`, box)?.click();
        else if (key < 7) front.selectSeat(key);
    }

    // A button that is held talks for as long.
    #hold(event) {
        const button = event.target.closest?.('[data-tahan]'), { video } = this.#console;
        if (!button) return;
        video.talk(button.dataset.tahan);
        for (const name of ['pointerup', 'pointercancel']) addEventListener(name, () => video.talk(''), { once: true });
    }

    #click(event) {
        const { front, pictures, video } = this.#console, { target } = event;
        const pick = target.closest('[data-pilih]'), tab = target.closest('[data-lembar]'), button = target.closest('[data-tekan]');
        const held = target.closest('[data-tahan]');
        if (pick) {
            event.preventDefault();
            front.selectSeat(pick.dataset.pilih);
        } else if (tab?.tagName == 'A') {
            event.preventDefault();
            pictures.open(tab.dataset.lembar);
        } else if (button?.type == 'button' && this.#acts[button.dataset.tekan]) {
            this.#acts[button.dataset.tekan]();
        } else if (event.detail == 0 && held) {
            video.talk(video.spoken ? '' : held.dataset.tahan);
        }
    }
}
