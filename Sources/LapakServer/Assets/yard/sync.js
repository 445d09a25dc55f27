import { freshKey } from "../kit/key.js";
import { all, drawer, drop, put, shelf } from "./shelf.js";
import { blockName, isTablet, mostChecks, needsEye, ownChecks, spare } from "./tablet.js";

const JSON_BODY = { 'Content-Type': 'application/json' };
const isPassing = answer => answer.status >= 500 || answer.status == 429;

// Everything goes in order, one at a time, and again until it is answered; the server knows each by its key.
export class Sync {
    #network;
    #held;
    #retry;
    #isAskedAgain = false;
    #later;

    // `retry` is called two seconds after something could not be sent.
    constructor(network, held, retry) {
        this.#network = network;
        this.#held = held;
        this.#retry = retry;
    }

    send() {
        if (!navigator.locks) return this.#run();
        return navigator.locks.request('halaman', { ifAvailable: true }, lock => {
            if (lock) return this.#run();
            this.#isAskedAgain = true;
        });
    }

    async #run() {
        do {
            this.#isAskedAgain = false;
            try {
                await this.#checks();
                await this.#photos();
                await this.#reserve();
            } catch {
                clearTimeout(this.#later);
                this.#later = setTimeout(this.#retry, 2000);
            }
            await this.#held.show();
        } while (this.#isAskedAgain && this.#network.isLive);
    }

    async #checks() {
        const photos = await all('foto');
        let failures = 0;
        for (const check of await ownChecks()) {
            const isWaited = photos.some(photo => photo.cek == check.kunci);
            if (check.hasil && (check.punyaKlaim || !isWaited)) {
                if (!isWaited && !needsEye(check)) await drop('cek', check.kunci);
                continue;
            }
            const { kunci, nomor, janji, hari, isi } = check;
            const answer = await this.#network.post('/kirim', JSON.stringify({ kunci, nomor, janji, hari, ...isi }), JSON_BODY);
            if (answer.ok) {
                await this.#settle(check, await answer.json(), isWaited);
                await this.#held.count();
            } else if (isPassing(answer)) {
                // One that the server cannot take does not hold up the others.
                if (++failures > 2 || answer.status == 429) throw new Error(answer.status);
            } else {
                const { detail } = await answer.json();
                await put('cek', { ...check, hasil: 'masalah', id: detail, en: detail });
            }
        }
        if (failures) throw new Error('not everything was taken');
    }

    // What the server has is wiped here; only what somebody still has to see to stays.
    async #settle(check, answer, isWaited) {
        const isFine = !needsEye(answer), known = { ...check, ...answer, nomor: check.nomor, nomorBuku: answer.nomor };
        if (isFine && !isWaited) await drop('cek', check.kunci);
        else await put('cek', { ...known, isi: answer.kunjungan || isFine ? {} : check.isi });
        if (!check.janji || !answer.nomor || answer.nomor == check.janji) return;
        await put('cek', {
            ...known, isi: {}, hasil: 'masalah',
            id: `Nomor ${check.janji} sudah dipakai. Nomor orang ini sekarang ${answer.nomor}.`,
            en: `Number ${check.janji} was in use. This person now has ${answer.nomor}.`,
        });
    }

    async #photos() {
        for (const photo of await all('foto')) {
            const check = (await ownChecks()).find(check => check.kunci == photo.cek);
            if (!check?.kunjungan || !check.punyaKlaim || photo.ditolak) continue;
            const body = new FormData();
            body.append('kunci', photo.kunci);
            body.append('berkas', new Blob([photo.isi], { type: photo.jenis }), photo.dokumen + '.jpg');
            const answer = await this.#network.post(`/${check.kunjungan}/foto?dokumen=${photo.dokumen}`, body);
            if (answer.ok) await drop('foto', photo.kunci);
            else if (isPassing(answer)) throw new Error(answer.status);
            else await put('foto', { ...photo, ditolak: (await answer.json()).detail });
            const isWaited = (await all('foto')).some(other => other.cek == check.kunci);
            if (!isWaited && !needsEye(check)) await drop('cek', check.kunci);
            await this.#held.count();
        }
    }

    // A new block of spare numbers once fewer than half are left.
    async #reserve() {
        if (!await isTablet()) return;
        const left = spare(await drawer(blockName)).length;
        if (left >= mostChecks / 2) return;
        const asked = await drawer('minta') || { nama: 'minta', kunci: freshKey(16), jumlah: mostChecks - left };
        await put('laci', asked);
        const fields = { ...JSON_BODY, 'Idempotency-Key': asked.kunci };
        const answer = await this.#network.post('/blok', JSON.stringify({ jumlah: asked.jumlah }), fields);
        if (!answer.ok) return drop('laci', 'minta');
        const given = await answer.json(), skew = Date.parse(given.jam) - Date.now();
        await shelf('readwrite', store => {
            store('laci').get(blockName).onsuccess = event => {
                const old = event.target.result, numbers = old?.hari == given.hari ? old.nomor : [];
                store('laci').put({ nama: blockName, hari: given.hari, skew, nomor: [...numbers, ...given.nomor] });
                store('laci').delete('minta');
            };
        });
    }
}
