import { write } from "../kit/changes.js";
import { $ } from "../kit/dom.js";
import { isEnglish, say } from "../kit/words.js";
import { all, drawer, drop } from "./shelf.js";
import { address, blockName, isTablet, needsEye, ownChecks, spare, tablet } from "./tablet.js";

// What the tablet holds, always in sight.
export class Held {
    // The check without a network, on the page that has it.
    check = null;
    #network;

    constructor(network) {
        this.#network = network;
    }

    // Gives { unsent, photos, checks }: how many checks wait, all photos, all checks of this branch.
    async count() {
        const checks = await ownChecks(), photos = await all('foto'), left = spare(await drawer(blockName)).length;
        const unsent = checks.filter(check => !check.hasil).length, waiting = unsent + photos.length;
        write($('#hitung'), this.#words(unsent, photos.length, left));
        $('#tablet').hidden = !(await isTablet() || waiting || checks.length);
        tablet.belum = waiting;
        $('#kirim-lagi').hidden = !(waiting && this.#network.isLive);
        return { unsent, photos, checks };
    }

    #words(unsent, photos, left) {
        const held = say(
            `${unsent} pemeriksaan belum terkirim, ${photos} foto belum terkirim, ${left} nomor cadangan`,
            `${unsent} checks not sent, ${photos} photos not sent, ${left} spare numbers`);
        if (this.#network.isSignedOut) {
            return held + say(
                '. Anda sudah keluar: masuk lagi, lalu semuanya dikirim.',
                '. You are signed out: sign in again, then everything is sent.');
        }
        return held + (this.#network.isLive ? '' : say('. Tanpa sambungan.', '. No connection.'));
    }

    async show() {
        const { checks, photos } = await this.count();
        const items = checks.filter(needsEye).map(check => this.#item(
            [check.nomorBuku || check.janji, check.isi?.nama, isEnglish ? check.en : check.id].filter(Boolean).join(': '),
            check.kunjungan && address('/' + check.kunjungan),
            () => drop('cek', check.kunci)));
        const refused = photos.filter(photo => photo.ditolak).map(photo => this.#item(
            say('Foto tidak dapat diterima: ', 'A photo cannot be taken: ') + photo.ditolak, '', () => drop('foto', photo.kunci)));
        $('#perkara').replaceChildren(...items, ...refused);
        this.check?.arrange();
    }

    #item(words, link, remove) {
        const item = document.createElement('li'), text = document.createElement('p'), button = document.createElement('button');
        text.textContent = words;
        item.append(text);
        if (link) {
            const way = document.createElement('a');
            way.className = 'btn alt';
            way.href = link;
            way.textContent = say('Buka dan betulkan', 'Open and mend');
            item.append(way, ' ');
        }
        button.type = 'button';
        button.className = 'btn alt';
        button.textContent = say('Sudah diurus', 'Seen to');
        button.onclick = async () => {
            await remove();
            this.show();
        };
        item.append(button);
        return item;
    }
}
