import { $ } from "../kit/dom.js";
import { say } from "../kit/words.js";
import { alarm, mayAct, root, tell } from "./page.js";

const STEPS = ['kembali', 'putus', 'tunda', 'serah', 'absen'];

// The page's plain forms, sent without leaving it.
export function tendForms(owner) {
    let pointed = 0;
    addEventListener('pointerdown', () => pointed = performance.now());
    root.addEventListener('submit', event => {
        if (!mayAct) return;
        event.preventDefault();
        event.stopPropagation();
        send(owner, event.target, event.submitter);
        // After a press with the mouse the focus goes back to the seat, where keys are heard.
        const isInPanel = event.target.closest('.panel');
        if (isInPanel && performance.now() - pointed < 1000) setTimeout(() => owner.front.focus());
    });
}

function send(owner, form, button) {
    const { front, rows, server, steps } = owner, panel = form.closest('.panel');
    const verb = new URL(button?.hasAttribute('formaction') ? button.formAction : form.action).pathname.split('/').pop();
    const fields = Object.fromEntries(new FormData(form, button));
    delete fields.kunci;
    if (verb == 'tanda') return rows.rule(button.closest('li'), fields.tanda.endsWith(':1'));
    if (verb == 'lanjut') return steps.enter();
    if (verb == 'urung') return steps.takeBack(fields.kursi);
    if (server.refuses()) return;
    if (verb == 'tulis') return reply(owner, form, fields);
    if (STEPS.includes(verb)) {
        steps.take(verb, panel, fields);
        if (verb == 'kembali') $('.alasan', panel).hidden = true;
        return;
    }
    if (verb != 'pesan') alarm('');
    server.post(verb, fields);
    if (verb != 'pesan') return;
    front.close();
    tell(say('Pesan dikirim: ', 'Sent: ') + button.textContent);
}

// Words go like every press; what could not be sent stands in the field again.
async function reply({ front, server }, form, fields) {
    const field = $('textarea', form), text = field.value, name = '#' + field.id;
    if (!text.trim()) return field.focus();
    field.value = '';
    alarm('');
    const sent = server.post('tulis', fields);
    tell(say('Pesan dikirim.', 'Sent.'));
    front.focus();
    if (await sent) return;
    const now = $(name);
    if (now && !now.value) now.value = text;
}
