import { $, $$ } from "../kit/dom.js";
import { parsed } from "../kit/json.js";
import { freshKey } from "../kit/key.js";
import { forget, recall } from "../kit/memory.js";
import { say } from "../kit/words.js";
import { CheckPhotos } from "./photos.js";
import { mostChecks, note, tablet } from "./tablet.js";

const FIELDS = ['nik', 'kpj', 'nama', 'lahir', 'telepon', 'email', 'sebab', 'prioritas'];
// How many digits a person sees, of whatever script; NaN when something stands there that is neither a digit nor goes between digits.
const digits = text => /[^\p{Nd}\p{Cf}\p{Zs}\p{Pd}\s.]/u.test(text) ? NaN : (text.match(/\p{Nd}/gu) || []).length;

// The check without a network: the same questions as the pages of the yard ask.
export class OfflineCheck {
    #form = $('#f-luring');
    #list = $('#l-daftar');
    #photos = new CheckPhotos(words => this.fault(words));
    #network;
    #held;
    #sync;

    constructor(network, held, sync) {
        this.#network = network;
        this.#held = held;
        this.#sync = sync;
        this.#form.elements.sebab.onchange = () => this.#showPapers();
        this.#showPapers();
        this.#form.addEventListener('submit', event => this.#submit(event));
        $('#l-berikut').onclick = () => this.#next();
        this.#fillTyped();
    }

    fault(words) {
        $('#luring-galat').textContent = words;
        if (words) $('#luring-galat').scrollIntoView({ block: 'center' });
    }

    // Shown while there is no network, and for as long as something stands in it.
    arrange() {
        const { isLive } = this.#network, check = $('#luring-periksa');
        for (const part of ['#f-cari', '#baru', '#hari-ini']) $(part).hidden = !isLive;
        const isTyped = !check.hidden && ['nik', 'nama', 'nomor'].some(name => this.#form.elements[name].value);
        if (isLive && !isTyped) check.hidden = true;
        else if (!isLive) check.hidden = !$('#luring-hasil').hidden;
    }

    // The papers of the chosen reason.
    #showPapers() {
        const template = $(`template[data-sebab="${this.#form.elements.sebab.value}"]`);
        this.#list.replaceChildren(template ? template.content.cloneNode(true) : '');
        $('#l-untuk').hidden = $('#l-foto').hidden = !template;
        const papers = $$('input[name=ada]', this.#list).filter(input => input.value != 'face_photo');
        $('#l-dokumen').replaceChildren(...papers.map(input => new Option(input.parentElement.textContent.trim(), input.value)));
    }

    #value(name) {
        return this.#form.elements[name].value.trim();
    }

    async #submit(event) {
        event.preventDefault();
        this.fault('');
        const isi = { ada: $$('input[name=ada]:checked', this.#list).map(input => input.value) }, nomor = this.#value('nomor');
        for (const name of FIELDS) isi[name] = this.#value(name);
        const missing = this.#missing();
        const fault = this.#refusal(nomor, isi)
            || event.submitter?.value != 'kurang' && missing.length && say('Belum lengkap: ', 'Not complete: ') + missing.join('; ');
        if (fault) return this.fault(fault);
        const { unsent } = await this.#held.count();
        if (unsent >= mostChecks) {
            return this.fault(say(
                `Tablet ini sudah menyimpan ${mostChecks} pemeriksaan. Sambungkan dahulu ke jaringan.`,
                `This tablet holds ${mostChecks} checks already. Connect it first.`));
        }
        const check = { kunci: freshKey(16), cabang: tablet.cabang, dibuat: Date.now(), nomor, isi };
        let given;
        try {
            given = await note(check, this.#photos.all.map(photo => ({ ...photo, judul: undefined, cek: check.kunci })));
        } catch {
            return this.fault(say(
                'Tablet ini tidak dapat menyimpan lagi. Catat di kertas.', 'This tablet cannot keep more. Write it on paper.'));
        }
        this.#form.reset();
        this.#photos.empty();
        this.#showPapers();
        this.#showResult(given, missing);
        await this.#held.count();
        if (this.#network.isLive) this.#sync.send();
    }

    // Rows of which nothing is there.
    #missing() {
        const rows = $$('[data-wajib]', this.#list).filter(row => !$(':checked', row));
        return rows.map(row => $$('label>span', row).map(span => span.textContent.trim()).join(say(' atau ', ' or ')));
    }

    #refusal(nomor, { nik, kpj, nama, lahir, telepon, sebab }) {
        if (!nomor && digits(nik) != 16) return say('NIK harus 16 angka.', 'A NIK has 16 digits.');
        if (!nomor && digits(kpj) != 11) return say('Nomor KPJ harus 11 angka.', 'A KPJ number has 11 digits.');
        if (!nomor && (!nama || !lahir || !(digits(telepon.replace(/[+()]/g, '')) >= 9))) {
            return say('Isi nama, tanggal lahir dan nomor ponsel.', 'Fill in name, birth date and mobile number.');
        }
        return sebab ? '' : say('Pilih sebab klaim.', 'Choose the reason.');
    }

    #showResult(given, missing) {
        const isTicket = given.includes('.') || given.includes('/');
        $('#l-nomor').textContent = isTicket ? say('Tiket tercatat', 'Ticket noted')
            : given || say('Nomor menyusul', 'The number follows');
        $('#l-pesan').textContent = given
            ? say(
                'Tulis nomor ini di kertas untuk orangnya. Perkiraan waktu dikirim setelah sambungan kembali.',
                'Write this number on paper for the person. The expected time is sent once the connection is back.')
            : say(
                'Nomor cadangan habis. Hasil pemeriksaan tersimpan; nomor diberikan setelah sambungan kembali.',
                'The spare numbers are used up. The check is kept; the number is given once the connection is back.');
        $('#l-kurang').replaceChildren(...missing.map(words => {
            const item = document.createElement('li');
            item.textContent = say('Kurang: ', 'Missing: ') + words;
            return item;
        }));
        $('#luring-periksa').hidden = true;
        $('#luring-hasil').hidden = false;
        $('#l-nomor').focus();
    }

    async #next() {
        $('#luring-hasil').hidden = true;
        await this.#held.show();
        if ($('#luring-periksa').hidden) $('#cari').focus();
        else $('#luring-judul').focus();
    }

    // What was typed on another page of the yard when the network went away.
    #fillTyped() {
        const typed = parsed(recall('halaman', 'sessionStorage')), { elements } = this.#form;
        forget('halaman', 'sessionStorage');
        if (!typed) return;
        for (const [name, value] of typed) {
            if (name != 'ada' && elements[name] && !elements[name].length) elements[name].value = value;
        }
        for (const name of ['sebab', 'prioritas']) {
            const found = typed.find(pair => pair[0] == name);
            if (found) elements[name].value = found[1];
        }
        this.#showPapers();
        for (const input of $$('input[name=ada]', this.#list)) {
            input.checked = typed.some(([name, value]) => name == 'ada' && value == input.value);
        }
    }
}
