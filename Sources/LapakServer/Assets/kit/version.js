import { $$ } from "./dom.js";
import { keep, recall } from "./memory.js";

// While two versions answer behind one balancer a page may get the old one again: it is not loaded anew more often than this.
const PAUSE = 600000;

const path = element => new URL(element.src || element.href, location).pathname;
const own = () => $$('script[src],link[rel=stylesheet]').map(path).filter(address => /^\/(lapak|gaya)[.-]/.test(address));

// Whether a script or sheet of this page is none of `known`, the addresses that the server has now.
export const isOld = known => own().some(address => known.indexOf(address) < 0);

// Loads the page anew, if the server answers: a page that cannot be fetched would be the browser's own, for good.
export function loadAnew() {
    return fetch(location.href, { method: 'HEAD', cache: 'no-store', credentials: 'same-origin' }).then(answer => {
        if (answer.ok) location.reload();
    }, () => {});
}

// A page that stays open for days takes the place of its older self, at a moment when `isQuiet()`.
export class Renewal {
    constructor(isQuiet) {
        this.isDue = false;
        setInterval(() => {
            const since = Date.now() - recall('diperbarui', 'sessionStorage');
            if (!this.isDue || since < PAUSE || !isQuiet()) return;
            keep('diperbarui', Date.now(), 'sessionStorage');
            loadAnew();
        }, 10000);
    }

    // `known`: the addresses of all scripts and sheets, as the server tells them when a stream begins.
    hear(known) {
        this.isDue = Array.isArray(known) && isOld(known);
    }
}
