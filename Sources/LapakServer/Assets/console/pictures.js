import { show } from "../kit/changes.js";
import { $, $$ } from "../kit/dom.js";
import { tell } from "./page.js";

const LIGHTS = [1, 1.35, 1.7, .75];

// Two pictures as one: enlarged, moved and brightened together, and kept so for each seat.
export class Pictures {
    #console;
    #views = new Map();
    #isMoving = false;

    constructor(owner) {
        this.#console = owner;
        const box = $('#banding');
        box.addEventListener('scroll', event => this.#follow(event.target), true);
        box.addEventListener('load', () => this.paint(), true);
        box.addEventListener('pointerdown', drag);
    }

    // How the pictures of the seat in front are looked at. `sheet` is the pair that was chosen, `x` and `y` run from 0 to 1.
    get view() {
        const { key } = this.#console.front;
        if (!this.#views.has(key)) this.#views.set(key, { zoom: 1, light: 0, x: .5, y: .5 });
        return this.#views.get(key);
    }

    get #box() {
        return document.getElementById('banding-' + this.#console.front.key);
    }

    // The pair that is open, by its name.
    get sheet() {
        return $('.tab [aria-current]', this.#box || undefined)?.dataset.lembar;
    }

    paint() {
        const box = this.#box;
        if (!box) return;
        const { view } = this, tabs = $$('.tab a', box), open = this.#tab(tabs);
        for (const tab of tabs) {
            if (tab == open) tab.setAttribute('aria-current', 'true');
            else tab.removeAttribute('aria-current');
        }
        for (const pair of $$('.pasang', box)) show(pair, pair.dataset.lembar == open?.dataset.lembar);
        for (const frame of $$('.pasang:not([hidden]) .bingkai', box)) {
            const { style } = frame.firstElementChild;
            style.width = view.zoom * 100 + '%';
            style.filter = view.light ? `brightness(${LIGHTS[view.light]})` : '';
            if (view.isMoved) this.#place(frame, view);
        }
    }

    // The pair that the next row is about, unless another was chosen.
    #tab(tabs) {
        const { front, rows } = this.#console, due = front.panel && rows.due(front.panel)?.dataset.butir;
        const wanted = this.view.sheet || { face: 'face', identity: 'ktp' }[due];
        return tabs.find(tab => tab.dataset.lembar == wanted)
            || due == 'others' && tabs[1]
            || tabs.find(tab => tab.hasAttribute('aria-current'))
            || tabs[0];
    }

    #place(frame, { x, y }) {
        this.#isMoving = true;
        frame.scrollLeft = x * (frame.scrollWidth - frame.clientWidth);
        frame.scrollTop = y * (frame.scrollHeight - frame.clientHeight);
        requestAnimationFrame(() => this.#isMoving = false);
    }

    // The other picture follows the one that is scrolled.
    #follow(frame) {
        const pair = frame.closest?.('.pasang');
        if (this.#isMoving || !pair) return;
        const { view } = this, width = frame.scrollWidth - frame.clientWidth, height = frame.scrollHeight - frame.clientHeight;
        view.isMoved = true;
        if (width > 0) view.x = frame.scrollLeft / width;
        if (height > 0) view.y = frame.scrollTop / height;
        for (const other of $$('.bingkai', pair)) if (other != frame) this.#place(other, view);
    }

    open(sheet) {
        this.view.sheet = sheet;
        this.paint();
    }

    zoom(factor) {
        const { view } = this;
        view.zoom = Math.min(8, Math.max(1, view.zoom * factor));
        view.isMoved = true;
        this.paint();
        tell(Math.round(view.zoom * 100) + '%');
    }

    brighten() {
        this.view.light = (this.view.light + 1) % LIGHTS.length;
        this.paint();
    }
}

function drag(event) {
    const frame = event.target.closest('.bingkai');
    if (!frame || event.pointerType != 'mouse') return;
    event.preventDefault();
    const x = event.clientX + frame.scrollLeft, y = event.clientY + frame.scrollTop;
    const move = moved => {
        frame.scrollLeft = x - moved.clientX;
        frame.scrollTop = y - moved.clientY;
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', () => removeEventListener('pointermove', move), { once: true });
}
