import { show } from "../kit/changes.js";
import { $, $$ } from "../kit/dom.js";
import { say } from "../kit/words.js";
import { isTyping, keyOfSeat, mayAct, panelOf, root, tell } from "./page.js";

// After a seat came to the front by itself, keys that decide are not heard for so many milliseconds: they were meant for the one before.
const QUIET = 350;

// After the next frame: what nobody sees must not keep it waiting.
const later = act => requestAnimationFrame(() => setTimeout(act));

// Which seat is in front.
export class Front {
    key = null;
    // Interviews whose step is on its way to the server: they wait for nobody here any more.
    gone = new Set();
    // True after Enter with nobody waiting: the next who comes is brought to the front.
    #isFollowing = false;
    #quietUntil = 0;
    #console;

    constructor(owner) {
        this.#console = owner;
    }

    begin() {
        const shown = $('#panel>.panel:not([hidden])');
        if (!shown) return;
        const isNamed = /[?&]kursi=/.test(location.search);
        if (isNamed || $(`#perlu [data-id="${shown.dataset.id}"]`)) this.key = shown.id.slice('panel-'.length);
    }

    get panel() {
        return panelOf(this.key);
    }

    // The interview in front.
    get id() {
        return this.panel?.dataset.id;
    }

    get isQuiet() {
        return performance.now() < this.#quietUntil;
    }

    get #next() {
        const waiting = $$('#perlu [data-id]').map(item => item.dataset.id);
        return waiting.find(id => !this.gone.has(id) && panelOf(id) && id != this.key);
    }

    paint() {
        const { panel, key } = this;
        for (const one of $$('#panel>.panel')) show(one, one == panel);
        for (const one of $$('#banding>.banding')) show(one, one.id == 'banding-' + key);
        show($('#sepi'), !panel);
        for (const link of $$('#kursi [data-pilih]')) {
            if (panel && link.dataset.pilih == panel.dataset.kursi) link.setAttribute('aria-current', 'true');
            else link.removeAttribute('aria-current');
        }
        for (const item of $$('#perlu li')) item.classList.toggle('lalu', this.gone.has(item.dataset.id));
        if (!panel) return;
        const due = this.#console.rows.due(panel);
        for (const row of $$('.chk li', panel)) row.classList.toggle('kini', row == due);
    }

    focus() {
        const heading = this.panel ? $('h2', this.panel) : $('#sepi h2');
        heading.focus({ preventScroll: true });
    }

    select(key, isByItself) {
        if (key == null || !panelOf(key)) return;
        this.#isFollowing = false;
        if (key != this.key) {
            this.close();
            this.key = key;
            if (isByItself) this.#quietUntil = performance.now() + QUIET;
            this.#console.paint();
            later(() => this.attend());
        }
        this.focus();
    }

    selectSeat(seat) {
        this.select(keyOfSeat(seat));
    }

    selectNext() {
        if (this.#next) this.select(this.#next);
        else tell(say('Tidak ada lagi.', 'Nobody else.'));
    }

    // After Enter the next one comes to the front; when nobody waits, the next who comes.
    advance() {
        if (this.#next) return this.select(this.#next, true);
        this.key = null;
        this.#isFollowing = true;
        this.#console.paint();
        this.attend();
        this.focus();
    }

    attend() {
        if (!mayAct) return;
        this.#console.server.post('lihat', { kursi: this.id || '' });
        this.#console.video.attend(this.id ?? null, this.panel?.dataset.fase == 'shown');
    }

    // After the pieces were renewed: the seat in front may have another guest.
    settle() {
        if (this.key != null && !this.panel) {
            this.key = null;
            this.#isFollowing = false;
            this.attend();
            if (document.activeElement == document.body) $('#sepi h2').focus();
            tell(say('Kursi ini sudah berganti.', 'This seat has changed.'));
        }
        const isBusy = isTyping(document.activeElement) || $('dialog[open]');
        if (this.#isFollowing && this.key == null && !isBusy && this.#next) this.select(this.#next, true);
    }

    // Closes what is open in the panel; false when nothing was.
    close() {
        const { panel } = this;
        if (!panel) return false;
        const details = $$('details[open]', panel), reasons = $$('.alasan:not([hidden])', panel);
        for (const one of details) one.open = false;
        for (const one of reasons) one.hidden = true;
        return details.length + reasons.length > 0;
    }

    // To the list of who needs the officer.
    leave() {
        ($('#perlu a') || $('nav h2', root)).focus?.();
    }
}
