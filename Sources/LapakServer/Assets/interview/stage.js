import { write } from "../kit/changes.js";
import { $ } from "../kit/dom.js";

// The sentences that the page brings for its script, and how the pictures lie (`tata`).
export const stage = $('#panggung')?.dataset || {};

// What the server says of the step that is shown: its state, the photo it asks for, and more.
export const step = () => $('#langkah').dataset;

export const tellNews = words => write($('#kabar'), words);
export const tellFault = words => write($('#galat'), words);
