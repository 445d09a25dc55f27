import { keep, recall } from "./memory.js";

// Whether one-key shortcuts are on: a person's own choice, on this device (WCAG 2.1.4). The button says and changes it.
export class Shortcuts {
    areOn = recall('pintasan') != '0';
    #button;
    #keys;

    // `keys` gives the elements that name the keys; they are shown only while keys work.
    constructor(button, keys) {
        this.#button = button;
        this.#keys = keys;
        button?.addEventListener('click', () => {
            this.areOn = !this.areOn;
            keep('pintasan', this.areOn ? '1' : '0');
            this.show();
        });
    }

    show() {
        this.#button?.setAttribute('aria-pressed', this.areOn);
        for (const key of this.#keys()) key.hidden = !this.areOn;
    }
}
