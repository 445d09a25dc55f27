import { $, $$ } from "../kit/dom.js";
import { tidy } from "./tidy.js";

// Boxes whose pieces change one by one, and boxes that change as a whole.
const GROUPS = ['kursi', 'panel', 'banding'], WHOLE = ['perlu', 'antre'];
// By what a piece's element is found again when it has no id.
const NAMES = ['value', 'data-pilih', 'data-lembar', 'data-tekan', 'aria-label', 'href', 'action'];

// Pieces that changed take the place of the old ones; what was typed, opened, scrolled and focused stays.
export class Pieces {
    #console;
    #last = '';
    #raw = new Map();
    // The list keeps its order under the pointer, and for half a second after it left: what came meanwhile is held.
    #held = null;
    #isUnderPointer = false;
    #leftAt = 0;

    constructor(owner) {
        this.#console = owner;
        for (const group of GROUPS) $$(`#${group}>*`).forEach(piece => this.#mark(piece));
        for (const box of WHOLE) this.#mark($('#' + box));
        const list = $('#perlu').parentElement;
        list.addEventListener('pointerenter', () => this.#isUnderPointer = true);
        list.addEventListener('pointerleave', () => this.#leave());
    }

    #mark(piece) {
        this.#raw.set(piece.id, tidy(piece.outerHTML));
    }

    get #isHeld() {
        return this.#isUnderPointer || performance.now() - this.#leftAt < 500;
    }

    #leave() {
        this.#isUnderPointer = false;
        this.#leftAt = performance.now();
        setTimeout(() => {
            if (!this.#held || this.#isHeld) return;
            this.#put($('#perlu'), this.#held);
            this.#held = null;
            this.#console.paint();
            this.#console.clock.tick();
        }, 510);
    }

    // Most looks bring nothing new: then nothing is parsed.
    show(html) {
        const news = tidy(html);
        if (news == this.#last) return;
        this.#last = news;
        const box = document.createElement('template');
        box.innerHTML = html;
        for (const group of GROUPS) this.#renew($('#' + group), $$(`#${group}>*`, box.content));
        for (const name of WHOLE) {
            const fresh = $('#' + name, box.content);
            if (name == 'perlu' && this.#isHeld) this.#held = fresh;
            else this.#put($('#' + name), fresh);
        }
    }

    #renew(box, pieces) {
        for (const old of [...box.children]) {
            if (pieces.some(piece => piece.id == old.id)) continue;
            this.#raw.delete(old.id);
            old.remove();
        }
        for (const piece of pieces) {
            const old = document.getElementById(piece.id);
            // While something is on its way to a seat, its piece would show what was before.
            if (old && this.#console.server.isPending(piece.dataset.id ?? piece.id.split('-')[1])) this.#last = '';
            else this.#put(old, piece, box);
        }
    }

    #put(old, piece, box) {
        const text = tidy(piece.outerHTML);
        if (old && this.#raw.get(piece.id) == text) return;
        this.#raw.set(piece.id, text);
        if (!old) return box.append(piece);
        const focused = old.contains(document.activeElement) && document.activeElement, top = old.scrollTop;
        for (const details of $$('details[open]', old)) {
            const fresh = $(`[data-d="${details.dataset.d}"]`, piece);
            if (fresh) fresh.open = true;
        }
        for (const field of $$('select[id],input[id],textarea[id]', old)) {
            const fresh = $('#' + field.id, piece);
            if (fresh) fresh.value = field.value;
        }
        old.replaceWith(piece);
        piece.scrollTop = top;
        if (focused) refocus(piece, focused);
    }
}

function refocus(piece, focused) {
    const place = focused.tagName == 'TEXTAREA' && [focused.selectionStart, focused.selectionEnd];
    const fresh = sameIn(piece, focused) || $('h2', piece);
    fresh?.focus({ preventScroll: true });
    if (place) fresh?.setSelectionRange?.(...place);
}

// The element of a new piece that stands for one of the old piece.
function sameIn(piece, element) {
    if (element.id) return $('#' + CSS.escape(element.id), piece);
    for (const name of NAMES) {
        if (!element.hasAttribute(name)) continue;
        const value = element.getAttribute(name);
        const same = $$(element.tagName, piece).find(one => one.getAttribute(name) == value && one.name == element.name);
        if (same) return same;
    }
    return element.tagName == 'SUMMARY' && $(`[data-d="${element.parentElement.dataset.d}"] summary`, piece);
}
