import { $ } from "../kit/dom.js";
import { speak } from "../kit/sound.js";

let timer;

// Shows words of the officer, or about the line, for so many milliseconds.
export function tell(text, lasts = 30000) {
    const message = $('#pesan');
    message.hidden = false;
    message.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => {
        message.hidden = true;
        message.textContent = '';
    }, lasts);
}

export function tellAloud(text) {
    tell(text);
    speak(text);
}
