import { $ } from "../kit/dom.js";
import { all, drawer, shelf } from "./shelf.js";

// The path of every page of the yard.
export const HOME = '/kantor/halaman';

// What the page says of this tablet: the branch, the day, how many spare numbers it may hold, and the limits of photos.
export const tablet = $('#tablet')?.dataset || {};
export const mostChecks = +tablet.blok;
export const blockName = 'blok:' + tablet.cabang;

// The address of a page of the yard, with the query that this page has.
export function address(path) {
    const [own, asked] = path.split('?'), [, where] = tablet.alamat.split('?');
    const query = [where, asked].filter(Boolean).join('&');
    return HOME + own + (query && '?' + query);
}

// Devices with a finger as pointer, and those that were asked.
export const isTablet = async () => matchMedia('(pointer:coarse)').matches || await drawer('tablet');

// The branch's day by the server's clock, `skew` milliseconds before ours.
export const today = skew => new Date(Date.now() + skew + tablet.geser * 1000).toISOString().slice(0, 10);

// The spare numbers of today.
export const spare = block => block && block.hari == today(block.skew) ? block.nomor : [];

// This branch's checks, oldest first.
export async function ownChecks() {
    return (await all('cek')).filter(check => check.cabang == tablet.cabang).sort((a, b) => a.dibuat - b.dibuat);
}

// What somebody still has to see to.
export const needsEye = check => check.hasil == 'masalah' || check.hasil == 'jadwal';

// A check is written down together with its number, all or nothing. Gives the number, or '' when no spare one is left.
export const note = (check, photos) => shelf('readwrite', (store, give) => {
    store('laci').get(blockName).onsuccess = event => {
        const block = event.target.result;
        check.hari = block ? today(block.skew) : tablet.hari;
        check.janji = check.nomor ? '' : spare(block).shift() || '';
        if (check.janji) store('laci').put(block);
        store('cek').put(check);
        for (const photo of photos) store('foto').put(photo);
        give(check.janji || check.nomor);
    };
});
