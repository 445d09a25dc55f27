import { CHANGED, contents } from "../kit/contents.js";

// A plain form with files is not sent with one that the browser would stumble over: its own page of error would take the form's place.
// `tell(words)` says it; the form stays.
export function guardFiles(form, tell) {
    form.addEventListener('submit', async event => {
        const files = [...form.querySelectorAll('[type=file]')].flatMap(input => [...input.files]);
        if (!files.length || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        for (const file of files) {
            if (!await contents(file.slice(0, 1))) {
                form.reset();
                return tell(CHANGED);
            }
        }
        HTMLFormElement.prototype.submit.call(form);
    });
}
