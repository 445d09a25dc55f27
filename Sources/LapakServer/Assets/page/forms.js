import { $, $$ } from "../kit/dom.js";
import { forget } from "../kit/memory.js";

// The error summary takes the focus. A form is sent once; after eight seconds it may be sent again.
export function tendForms() {
    $('.sum')?.focus();
    addEventListener('submit', event => {
        const form = event.target;
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = 1;
        setTimeout(() => delete form.dataset.sent, 8000);
        forget('d:' + form.id);
    });
    addEventListener('pageshow', () => $$('form').forEach(form => delete form.dataset.sent));
}
