import { CHANGED, contents } from "../kit/contents.js";
import { $, $$ } from "../kit/dom.js";
import { freshKey } from "../kit/key.js";
import { shrunk } from "../kit/photo.js";
import { say } from "../kit/words.js";
import { guardFiles } from "./guard.js";
import { tablet } from "./tablet.js";

// Photos of the plain forms become smaller before they are sent.
export function takePhotos() {
    for (const form of $$('form.foto')) {
        guardFiles(form, words => tellAt(form, words));
        form.elements.berkas.onchange = async event => {
            const input = event.target, file = input.files[0];
            if (!file) return;
            const small = await shrunk(file, +form.dataset.sisi);
            if (small == file) return;
            const bag = new DataTransfer();
            bag.items.add(new File([small], 'foto.jpg', { type: 'image/jpeg' }));
            input.files = bag.files;
        };
    }
}

function tellAt(form, words) {
    const note = $('.err', form) || document.createElement('p');
    note.className = 'err';
    note.setAttribute('role', 'alert');
    note.textContent = words;
    form.prepend(note);
}

// Photos of a check without a network, until it is written down.
export class CheckPhotos {
    all = [];
    #onFault;

    constructor(onFault) {
        this.#onFault = onFault;
        $('#l-foto').onclick = () => $('#l-berkas').click();
        $('#l-berkas').onchange = event => this.#add(event.target);
    }

    empty() {
        this.all = [];
        this.#show();
    }

    async #add(input) {
        const file = input.files[0], paper = $('#l-dokumen');
        if (!file) return;
        input.value = '';
        const small = await shrunk(file, +tablet.sisi);
        if (small.size > +tablet.terbesar) return this.#onFault(say('Foto ini terlalu besar.', 'This photo is too large.'));
        const title = paper.selectedOptions[0].text, bytes = await contents(small);
        if (!bytes) return this.#onFault(CHANGED);
        this.all.push({ kunci: freshKey(16), dokumen: paper.value, judul: title, jenis: small.type, isi: bytes });
        this.#show();
    }

    #show() {
        $('#l-foto-daftar').replaceChildren(...this.all.map(photo => {
            const item = document.createElement('li'), button = document.createElement('button');
            item.textContent = `${photo.judul}, ${Math.ceil(photo.isi.byteLength / 1024)} KB `;
            button.type = 'button';
            button.className = 'btn alt';
            button.textContent = say('Hapus', 'Remove');
            button.onclick = () => {
                this.all = this.all.filter(other => other != photo);
                this.#show();
            };
            item.append(button);
            return item;
        }));
    }
}
