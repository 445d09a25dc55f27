import { write } from "../kit/changes.js";
import { $ } from "../kit/dom.js";

// The sentences that the page brings for its script, and how the pictures lie (`tata`).
export const stage = $('#panggung')?.dataset || {};

// What the server says of the step that is shown: its state, the photo it asks for, and more.
export const step = () => $('#langkah').dataset;

// Which of microphone and camera the system took away for now; '' when both are back.
export function tellMuted(kind) {
    const words = { audio: stage.bisu, video: stage.buta }[kind] || '', said = $('#galat').textContent;
    if (words || said == stage.bisu || said == stage.buta) tellFault(words);
}

export const tellNews = words => write($('#kabar'), words);
export const tellFault = words => write($('#galat'), words);
