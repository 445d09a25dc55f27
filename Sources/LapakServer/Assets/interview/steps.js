import { $ } from "../kit/dom.js";
import { oneAtATime } from "../kit/turns.js";
import { step } from "./stage.js";

const PARTS = ['langkah', 'kaki'];

// Markup without what differs in every answer: keys of forms, running times, what was opened.
const bare = html => html
    .replace(/(kunci" value=")\w*/g, '$1')
    .replace(/(<time[^>]*>)[^<]*/g, '$1')
    .replace(/ open=""/g, '');

const answers = (root = document) => root.querySelectorAll('#tulis [data-dari=petugas] .kata');

// The steps: swapped only where something changed, with the focus kept.
export class Steps {
    #path;
    #on;
    #kept = {};
    look = oneAtATime(() => this.#look());

    // on: onAnswer(text) the officer wrote; onMove() another step is shown; onSwap(isMoved) after every look
    constructor(path, on) {
        this.#path = path;
        this.#on = on;
        for (const part of PARTS) this.#kept[part] = bare($('#' + part).outerHTML);
    }

    async #look() {
        const answer = await fetch(`${this.#path}/isi?untuk=${step().untuk}`, { headers: { Accept: 'application/json' } });
        if (answer.ok) this.swap(await answer.text());
        else if (answer.status == 403 || answer.status == 409) location.reload();
    }

    swap(text) {
        const box = document.createElement('div'), was = { ...step() }, heard = answers().length;
        box.innerHTML = text;
        for (const part of PARTS) this.#put(part, $('#' + part, box), was, heard);
        const said = answers(), now = step();
        if (said.length > heard) this.#on.onAnswer(said[said.length - 1].textContent);
        const isMoved = now.keadaan != was.keadaan || now.foto != was.foto;
        if (isMoved) this.#on.onMove();
        this.#on.onSwap(isMoved);
    }

    #put(part, fresh, was, heard) {
        const old = $('#' + part), html = fresh && bare(fresh.outerHTML), focus = document.activeElement?.id;
        if (!fresh || html == this.#kept[part]) return;
        // A file that was just chosen is not taken away while the same photo is asked for.
        if (part == 'kaki' && $('#berkas')?.files.length && step().foto == was.foto) return;
        this.#carry(fresh, was, heard);
        this.#kept[part] = html;
        const isInside = old.contains(document.activeElement);
        old.replaceWith(fresh);
        if (isInside && focus) $('#' + CSS.escape(focus))?.focus();
    }

    // What was opened stays open, unless an answer came or the way of speaking changed; what was typed stays.
    #carry(fresh, was, heard) {
        const ladder = $('#tangga', fresh), talk = $('#tulis', fresh), old = $('#tulis'), typed = $('#tulisan', fresh);
        if (ladder) ladder.open = !!$('#tangga')?.open;
        const isSame = answers(fresh).length == heard && step().cara == was.cara;
        if (talk && old?.tagName == 'DETAILS' && isSame) talk.open = old.open;
        if (typed) typed.value = $('#tulisan')?.value || '';
    }
}
