import { $ } from "../kit/dom.js";
import { tellFault } from "../interview/stage.js";
import { say } from "./voice.js";

// The number's pad on the screen, the buttons beside it, and a scanner, which types the ticket's code and ends with Enter, wherever the
// focus is.
export function tendPad() {
    addEventListener('click', event => {
        const button = event.target.closest('button'), number = $('#nomor');
        if (!button) return;
        const key = button.dataset.tombol;
        if (key && number) {
            number.value = key == '⌫' ? number.value.slice(0, -1) : number.value + key;
            tellFault('');
        }
        if (button.id == 'ulangi-suara') say();
        if (button.id == 'cetak') print();
    });
    addEventListener('keydown', event => {
        const number = $('#nomor'), { key, target } = event;
        if (!number || target == number || event.ctrlKey || event.altKey || event.metaKey) return;
        if (target.closest('button, a, summary') && ['Enter', ' ', 'Tab'].includes(key)) return;
        if (key.length == 1) {
            number.value += key;
            event.preventDefault();
        } else if (key == 'Enter' && number.value) {
            number.form.requestSubmit();
        }
    });
}
