import { $$ } from "../kit/dom.js";
import { keep, recall } from "../kit/memory.js";

// Drafts of forms, never of what is marked data-nodraft: phones are shared.
export function keepDrafts() {
    for (const form of $$('form[data-draft]')) {
        const key = 'd:' + form.id;
        try { fill(form, JSON.parse(recall(key) || '{}')); } catch {}
        form.addEventListener('input', () => keep(key, JSON.stringify(draft(form))));
    }
}

function fill(form, draft) {
    for (const [name, value] of Object.entries(draft)) {
        const field = form.elements[name];
        if (field && !field.value) field.value = value;
    }
}

function draft(form) {
    const draft = {};
    for (const field of form.elements) {
        if (field.name && field.type != 'hidden' && !('nodraft' in field.dataset)) draft[field.name] = field.value;
    }
    return draft;
}
