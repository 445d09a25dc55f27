import { CHANGED, contents } from "../kit/contents.js";
import { rest } from "../kit/time.js";
import { stage, step, tellFault } from "./stage.js";

// Forms: the same that work without this script. Sent again while the line is broken; their key makes it one change.
export function tendForms(interview) {
    addEventListener('submit', async event => {
        const form = event.target;
        // Whoever comes in again opens a new page.
        if (interview.isOver || event.defaultPrevented || !form.closest('#langkah, #kaki')) return;
        event.preventDefault();
        if (form.enctype.startsWith('multipart')) sendFile(form, interview);
        else await sendForm(form, event.submitter, interview);
        delete form.dataset.sent;
    });
}

// The bytes are kept, not the file: it may change while the line is broken, and would be sent again without end.
async function sendFile(form, interview) {
    const file = form.elements.berkas?.files[0], kind = step().foto;
    if (!file) return;
    const bytes = await contents(file);
    form.reset();
    tellFault(bytes ? '' : CHANGED);
    if (bytes) interview.send(kind, new Blob([bytes], { type: file.type }), 'file');
}

async function sendForm(form, button, interview) {
    const { camera, steps } = interview, data = new FormData(form);
    if (button?.name) data.append(button.name, button.value);
    if (form.id == 'f-jawab' && camera.isWanted) camera.begin();
    for (let tries = 0; tries < 8; tries++) {
        try {
            const options = { method: 'POST', body: new URLSearchParams(data), headers: { Accept: 'application/json' } };
            const answer = await fetch(form.action, options);
            tellFault('');
            if (answer.ok) {
                if (form.id == 'f-tulis') form.elements.tulisan.value = '';
                steps.swap(await answer.text());
            } else if (answer.status < 500) {
                tellFault((await answer.json()).detail || '');
                steps.look();
            } else {
                throw new Error(answer.status);
            }
            if (form.id == 'f-tangga') camera.climb();
            return;
        } catch {
            tellFault(stage.putus);
            await rest(1000 * Math.min(8, 2 ** tries));
        }
    }
}
