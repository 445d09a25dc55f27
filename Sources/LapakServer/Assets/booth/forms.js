import { $ } from "../kit/dom.js";
import { rest } from "../kit/time.js";
import { tellFault } from "../interview/stage.js";

// Forms: the same that work without this script. Sent again while the line is broken; their key makes it one change.
export function tendForms(booth, tellLine) {
    addEventListener('submit', async event => {
        const form = event.target;
        if (event.defaultPrevented || !form.closest('#langkah, #kaki')) return;
        event.preventDefault();
        const body = new URLSearchParams(new FormData(form));
        for (let tries = 0; tries < 8; tries++) {
            try {
                const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
                tellFault('');
                if (answer.status >= 500) throw new Error(answer.status);
                if (answer.ok) booth.steps.swap(await answer.text());
                else refuse((await answer.json()).detail, booth);
                break;
            } catch {
                tellLine(false);
                await rest(1000 * Math.min(8, 2 ** tries));
            }
        }
        delete form.dataset.sent;
    });
}

// A wrong number is typed again; after anything else the page looks what is so now.
function refuse(words, booth) {
    const number = $('#nomor');
    tellFault(words || '');
    if (!number) return booth.look();
    const digits = $('#akhir'), field = digits?.value ? digits : number.value.length > 2 && digits || number;
    field.value = '';
    field.focus();
}
