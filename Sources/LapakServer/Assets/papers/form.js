import { CHANGED, contents } from "../kit/contents.js";
import { $ } from "../kit/dom.js";
import { hex } from "../kit/hex.js";
import { shrunk } from "../kit/photo.js";
import { say } from "../kit/words.js";
import { keep } from "./shelf.js";

// Camera or file; large photos become smaller here, PDFs stay as they are.
export class PaperForm {
    #form;
    #input;
    #sending;
    #chosen;

    constructor(form, sending) {
        this.#form = form;
        this.#input = form.elements.berkas;
        this.#sending = sending;
        $('#pilih').hidden = false;
        this.#input.hidden = true;
        this.#input.labels[0].hidden = true;
        $('#kamera').onclick = event => this.#pick(event.target.dataset.arah);
        $('#galeri').onclick = () => this.#pick();
        this.#input.onchange = () => this.#choose(this.#input.files[0]);
        form.addEventListener('submit', event => this.#submit(event));
    }

    #pick(camera) {
        if (camera) this.#input.setAttribute('capture', camera);
        else this.#input.removeAttribute('capture');
        this.#input.click();
    }

    async #choose(file) {
        if (!file) return;
        this.#sending.fault('');
        $('#lihat').hidden = true;
        this.#chosen = this.#smaller(file);
        const chosen = await this.#chosen;
        $('#terpilih').textContent = chosen.name + ', ' + Math.ceil(chosen.size / 1024) + ' KB';
        $('.btn:not(.alt)', this.#form).scrollIntoView({ block: 'nearest' });
    }

    async #smaller(file) {
        const small = await shrunk(file, this.#form.dataset.sisi, $('#lihat'));
        return small == file ? file : new File([small], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
    }

    async #submit(event) {
        event.preventDefault();
        if (this.#sending.isAsked) return;
        if (!this.#chosen) {
            return this.#sending.fault(say('Ambil foto atau pilih berkas dulu.', 'Take a photo or choose a file first.'));
        }
        this.#sending.isAsked = true;
        try {
            const file = await this.#chosen, fault = this.#fault(file), bytes = !fault && await contents(file);
            if (!bytes) return this.#refuse(fault || CHANGED);
            const one = await this.#paper(file, bytes);
            await keep(one);
            await this.#sending.run(one);
        } catch {
            HTMLFormElement.prototype.submit.call(this.#form);
        } finally {
            this.#sending.isAsked = false;
        }
    }

    // The form stays; another file is to be chosen.
    #refuse(words) {
        this.#input.value = $('#terpilih').textContent = this.#chosen = '';
        $('#lihat').hidden = true;
        this.#sending.fault(words);
    }

    #fault(file) {
        const most = +this.#form.dataset.terbesar;
        if (!file.size) return say('Berkas ini kosong. Pilih berkas lain.', 'This file is empty. Choose another one.');
        if (file.size <= most) return '';
        const size = most / 1048576 + ' MB. ';
        return say(
            'Berkas ini lebih besar dari ' + size + 'Foto dokumennya dengan ponsel ini.',
            'This file is larger than ' + size + 'Photograph the paper with this phone.');
    }

    async #paper(file, bytes) {
        const { dokumen: paper, judul: title } = this.#form.dataset, claim = $('#kirim').dataset.klaim;
        return {
            key: claim + ' ' + paper, claim, paper, title, name: file.name, type: file.type, bytes, since: Date.now(), url: '',
            sha: await digest(bytes),
        };
    }
}

// The SHA-256 of what is sent, as text; empty where the browser has none to give.
async function digest(bytes) {
    if (!self.crypto?.subtle) return '';
    return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
