import { $, $$ } from "../kit/dom.js";
import { say } from "../kit/words.js";

const LIGHTS = [1, 1.35, 1.7, .75];

// The paper's picture: larger, smaller, turned, brighter, and moved with the mouse.
export function tendPicture() {
    const picture = $('#gambar');
    if (!picture) return;
    const view = new PictureView(picture);
    $('.alat').hidden = false;
    for (const button of $$('[data-view]')) {
        button.addEventListener('click', () => {
            view.change(button.dataset.view);
            const news = $('#kabar');
            if (news) news.textContent = view.words;
        });
    }
}

class PictureView {
    #picture;
    #frame;
    #zoom = 1;
    #turns = 0;
    #light = 0;

    constructor(picture) {
        this.#picture = picture;
        this.#frame = picture.closest('.kanvas');
        if (picture.complete) this.#draw();
        picture.addEventListener('load', () => this.#draw());
        addEventListener('resize', () => this.#draw());
        picture.draggable = false;
        this.#frame.addEventListener('pointerdown', event => this.#drag(event));
    }

    get words() {
        const percent = Math.round(this.#zoom * 100) + '%, ', degrees = this.#turns * 90;
        return percent + say(`diputar ${degrees} derajat`, `turned ${degrees} degrees`);
    }

    change(how) {
        if (how == 'besar') this.#zoom = Math.min(6, this.#zoom * 1.5);
        if (how == 'kecil') this.#zoom = Math.max(1, this.#zoom / 1.5);
        if (how == 'pas') [this.#zoom, this.#turns, this.#light] = [1, 0, 0];
        if (how == 'putar') this.#turns = (this.#turns + 1) % 4;
        if (how == 'cerah') this.#light = (this.#light + 1) % LIGHTS.length;
        this.#draw();
    }

    // The middle of what is seen stays in the middle.
    #draw() {
        const { naturalWidth: width, naturalHeight: height, style, parentElement: field } = this.#picture, frame = this.#frame;
        if (!width) return;
        const x = frame.scrollWidth ? (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth : .5;
        const y = frame.scrollHeight ? (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight : .5;
        const [broad, high] = this.#turns % 2 ? [height, width] : [width, height];
        // Without the scroll bars of the size before, which would take their breadth from this one.
        field.style.width = field.style.height = 0;
        const scale = Math.min(frame.clientWidth / broad, frame.clientHeight / high) * this.#zoom;
        frame.classList.add('atur');
        field.style.width = broad * scale + 'px';
        field.style.height = high * scale + 'px';
        style.width = width * scale + 'px';
        style.transform = `translate(-50%,-50%) rotate(${this.#turns * 90}deg)`;
        style.filter = this.#light ? `brightness(${LIGHTS[this.#light]})` : '';
        frame.scrollLeft = x * frame.scrollWidth - frame.clientWidth / 2;
        frame.scrollTop = y * frame.scrollHeight - frame.clientHeight / 2;
    }

    #drag(event) {
        if (event.pointerType != 'mouse') return;
        const frame = this.#frame, x = event.clientX + frame.scrollLeft, y = event.clientY + frame.scrollTop;
        const move = moved => {
            frame.scrollLeft = x - moved.clientX;
            frame.scrollTop = y - moved.clientY;
        };
        frame.classList.add('tarik');
        addEventListener('pointermove', move);
        addEventListener('pointerup', () => {
            removeEventListener('pointermove', move);
            frame.classList.remove('tarik');
        }, { once: true });
    }
}
