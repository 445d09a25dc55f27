import { show, write } from "../kit/changes.js";
import { $, $$ } from "../kit/dom.js";
import { keep, recall } from "../kit/memory.js";
import { Renewal } from "../kit/version.js";
import { say } from "../kit/words.js";
import { open } from "../rtc/camera.js";
import { watchMuted } from "../rtc/muted.js";
import { Officer } from "../rtc/officer.js";
import { Signal } from "../rtc/signal.js";
import { alarm, isTyping, panelOf, tell } from "./page.js";

// Picture and voice: the seat in front large and heard, the others small and silent.
export class Video {
    // The key that is held to talk: 't' to the seat in front, 'b' to all, '' to nobody.
    spoken = '';
    #console;
    #officer = null;
    #stream = null;
    // By interview: { state, online, picture } as Officer says.
    #states = new Map();

    constructor(owner) {
        this.#console = owner;
    }

    begin() {
        const { server } = this.#console, signal = new Signal('/kantor/konsol');
        this.#officer = new Officer(signal, {
            onStream: (id, stream) => this.#watch(id, stream),
            onState: (id, state) => {
                this.#states.set(id, state);
                this.paint();
            },
            onMessage: (id, message) => this.#hear(id, message),
        });
        signal.on('ubah', () => +signal.last > server.position && server.load()).on('halo', () => server.load());
        // A new version takes this page's place while nobody sits here.
        const renewal = new Renewal(() => !$('#panel>.panel[data-id]') && !server.holdsPresses
            && !isTyping(document.activeElement) && !$('dialog[open]'));
        signal.on('versi', known => renewal.hear(known));
        signal.on('jalur', ({ open }) => server.hasLine = open);
        signal.on('pindah', ({ here }) => alarm(here ? '' : say(
            'Video ada di jendela lain konsol ini.', 'Video is in another window of this console.')));
        signal.open();
        if (recall('kamera', 'sessionStorage')) this.switchCamera();
    }

    attend(id, isPaper) {
        this.#officer?.attend(id, { doc: isPaper });
    }

    paint() {
        for (const figure of $$('#video figure')) this.#paintFigure(figure);
        show($('#video .tanpa'), !$('#video video'));
        for (const [id, state] of this.#states) {
            const line = panelOf(id) && $('.jalur', panelOf(id));
            if (!line) continue;
            line.dataset.t ??= line.textContent;
            const words = stateWords(state);
            write(line, line.dataset.t + (words && ` (${words})`));
        }
    }

    #paintFigure(figure) {
        const { id } = figure.dataset, panel = panelOf(id), isFront = id == this.#console.front.key;
        if (!panel) {
            figure.remove();
            this.#states.delete(id);
            this.#officer?.drop(id);
            return;
        }
        figure.classList.toggle('besar', isFront);
        $('video', figure).muted = !isFront;
        write($('figcaption', figure), `${panel.dataset.kursi} ${panel.dataset.nama}`);
        figure.classList.toggle('gelap', !this.#states.get(id)?.picture);
    }

    #watch(id, stream) {
        const film = $('video', this.#figure(id));
        film.srcObject = stream;
        film.play?.().catch(() => {});
        this.paint();
    }

    #figure(id) {
        const old = $(`#video [data-id="${id}"]`);
        if (old) return old;
        const figure = document.createElement('figure');
        figure.dataset.id = id;
        figure.innerHTML = '<video autoplay playsinline muted></video><figcaption></figcaption>';
        $('#video').append(figure);
        return figure;
    }

    #hear(id, { captured, ok }) {
        this.#console.server.load();
        if (!captured) return;
        const name = $(`#banding-${id} .tab [data-lembar="${captured}"]`)?.firstChild.textContent.trim() || captured;
        tell(say('Foto: ', 'Photo: ') + name + (ok ? ' ✓' : ' ✗'));
    }

    talk(key) {
        if (key == this.spoken || key && !this.#officer) return;
        this.spoken = key;
        this.#officer?.talk(key == 't' ? true : key == 'b' ? 'all' : false);
        for (const button of $$('[data-tahan]')) button.setAttribute('aria-pressed', button.dataset.tahan == key);
        if (key == 'b') this.#console.server.post('pesan', { semua: 1 });
        if (key && !this.#stream) alarm(say('Nyalakan dulu: Kamera saya.', 'First switch on: My camera.'));
    }

    async switchCamera() {
        if (!this.#officer) return;
        if (this.#stream) {
            for (const track of this.#stream.getTracks()) track.stop();
            this.#stream = null;
        } else {
            await this.#openCamera();
        }
        this.#officer.use(this.#stream);
        $('#kamera').setAttribute('aria-pressed', !!this.#stream);
        keep('kamera', this.#stream ? '1' : '', 'sessionStorage');
    }

    async #openCamera() {
        try {
            const stream = this.#stream = await open({ facing: 'user' });
            alarm('');
            watchMuted(stream, kind => stream == this.#stream && alarm(mutedWords(kind)));
        } catch {
            alarm(say(
                'Kamera atau mikrofon tidak menyala. Periksa izinnya di bilah alamat, lalu tekan lagi.',
                'Camera or microphone stay off. Check the permission beside the address, then press again.'));
        }
    }

    // A still at the member's camera, of the paper whose tab is open.
    snap() {
        const { front, pictures } = this.#console;
        if (front.id && this.#officer?.tell(front.id, { capture: pictures.sheet || 'ktp' })) {
            tell(say('Foto diminta.', 'Photo asked for.'));
        } else {
            alarm(say(
                'Peserta tidak terhubung; minta lewat pesan (M).', 'The member is not connected; send a message (M).'));
        }
    }
}

function stateWords({ online, state, picture }) {
    if (!online) return say('tidak terhubung', 'not connected');
    if (state == 'connected') return picture ? '' : say('tanpa gambar', 'no picture');
    return state == 'mending' ? say('menyambung lagi', 'connecting again') : say('menyambung', 'connecting');
}

const mutedWords = kind => kind == 'audio' ? say(
    'Mikrofon Anda dibisukan komputer atau dipakai aplikasi lain: peserta tidak mendengar Anda.',
    'Your microphone is muted by the computer or used by another app: members do not hear you.')
    : kind && say(
        'Kamera Anda dipakai aplikasi lain: peserta tidak melihat Anda.',
        'Your camera is used by another app: members do not see you.');
