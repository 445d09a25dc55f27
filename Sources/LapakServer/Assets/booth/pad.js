import { $ } from "../kit/dom.js";
import { tellFault } from "../interview/stage.js";
import { say } from "./voice.js";

// The number's pad on the screen, the buttons beside it, and a scanner, which types the ticket's code and ends with Enter, wherever the
// focus is.
export function tendPad() {
    // The pad types into the field that was touched last; first comes the number.
    let touched = 'nomor';
    addEventListener('focusin', event => {
        if (event.target.form?.id == 'f-nomor' && event.target.tagName == 'INPUT') touched = event.target.id;
    });
    addEventListener('click', event => {
        const button = event.target.closest('button'), number = $('#nomor');
        if (!button) return;
        const key = button.dataset.tombol;
        if (key && number) {
            const field = (number.value && $('#' + touched)) || number;
            field.value = key == '⌫' ? field.value.slice(0, -1) : field.value + key;
            tellFault('');
        }
        if (button.id == 'ulangi-suara') say();
        if (button.id == 'cetak') print();
    });
    addEventListener('keydown', event => {
        const number = $('#nomor'), { key, target } = event;
        if (!number || target.form == number.form && target.tagName == 'INPUT' || event.ctrlKey || event.altKey || event.metaKey) return;
        if (target.closest('button, a, summary') && ['Enter', ' ', 'Tab'].includes(key)) return;
        if (key.length == 1) {
            number.value += key;
            event.preventDefault();
        } else if (key == 'Enter' && number.value) {
            number.form.requestSubmit();
        }
    });
}
