import { $, $$ } from "../kit/dom.js";
import { Shortcuts } from "../kit/shortcuts.js";

// What was pressed for the page before must not decide about this one: forms hear keys after so many milliseconds.
const GRACE = 600;

const isTyped = target => target.closest('textarea,select,input:not([type=radio]):not([type=checkbox])');
const isPressed = target => target.closest('a[href],button,summary,input');

// One key each: off while someone types, while a key is held, and when switched off.
export function tendKeys() {
    const begun = performance.now(), back = $('#kembali'), button = $('#pintasan'), foot = $('.tombol');
    const shortcuts = new Shortcuts(button, () => $$('main kbd'));
    if (foot) foot.hidden = false;
    if (button) {
        button.closest('p').hidden = false;
        shortcuts.show();
    }
    addEventListener('keydown', event => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
        const target = event.target;
        if (event.key == 'Escape' && back?.open) return close(back, event);
        if (target.id == 'catatan' && event.key == 'Enter' && !event.shiftKey) return send(target.form, event);
        if (!shortcuts.areOn || event.repeat || isTyped(target)) return;
        const key = event.key.length == 1 ? event.key.toLowerCase() : event.key, isReason = /^[1-9]$/.test(key);
        if (key == 'Enter' && (isPressed(target) || back?.open)) return;
        const one = $$('[data-key]').find(element => element.dataset.key.split(' ').includes(key));
        if (!one || isReason && !back?.open || back?.open && !isReason && one.closest('form')) return;
        event.preventDefault();
        if (performance.now() - begun < GRACE && one.closest('form')) return;
        if (isReason) choose(one);
        else press(one, back);
    });
}

function close(back, event) {
    back.open = false;
    $('summary', back).focus();
    event.preventDefault();
}

function send(form, event) {
    event.preventDefault();
    if (!event.repeat) form.requestSubmit();
}

function choose(reason) {
    reason.checked = true;
    $('#catatan').focus();
}

function press(one, back) {
    one.click();
    if (one.tagName == 'SUMMARY') setTimeout(() => (back.open ? $('input:checked', back) || $('#alasan') : one).focus());
}
