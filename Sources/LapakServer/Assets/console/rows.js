import { $, $$ } from "../kit/dom.js";
import { say } from "../kit/words.js";
import { alarm, tell } from "./page.js";

// The rows to check at a seat.
export class Rows {
    #console;

    constructor(owner) {
        this.#console = owner;
    }

    // The row that comes next: the one in focus, one that nobody has checked, or one that does not fit.
    due(panel) {
        const own = document.activeElement?.closest?.('.chk li');
        if (own && panel.contains(own)) return own;
        return $('.chk li[data-tangan]:not([data-cocok])', panel) || $('.chk li[data-cocok="0"]', panel);
    }

    judge(fits) {
        const { panel } = this.#console.front, row = panel && this.due(panel);
        if (row && $('.a', row)) this.rule(row, fits);
        else tell(say('Tidak ada butir.', 'No row.'));
    }

    // Shown at once; the server says so afterwards.
    rule(row, fits) {
        const { server, pictures } = this.#console;
        if (server.refuses()) return;
        const panel = row.closest('.panel'), words = row.parentElement.dataset[fits ? 'ya' : 'tidak'], tag = $('.tag', row);
        row.dataset.cocok = +fits;
        tag.textContent = words;
        tag.className = 'tag ' + (fits ? 'ok' : 'no');
        for (const button of $$('.a button', row)) button.setAttribute('aria-pressed', button.value.endsWith(fits ? ':1' : ':0'));
        this.#showReasons($('.alasan', panel), row, fits);
        tell(`${row.dataset.judul}: ${words}`);
        alarm('');
        pictures.view.sheet = '';
        server.post('tanda', { kursi: panel.dataset.id, tanda: `${row.dataset.butir}:${+fits}` });
        this.#console.paint();
    }

    #showReasons(box, row, fits) {
        const name = $('[name=butir]', box);
        if (fits) {
            if (name.value == row.dataset.butir) box.hidden = true;
            return;
        }
        box.hidden = false;
        name.value = row.dataset.butir;
        $('[data-judul]', box).textContent = row.dataset.judul;
        box.scrollIntoView({ block: 'nearest' });
    }

    // Why the step cannot be done yet, or ''. A row that does not fit opens the reasons.
    obstacle(panel) {
        if (!$('.chk .a', panel)) return '';
        const bad = $('.chk [data-cocok="0"]', panel), open = $('.chk [data-tangan]:not([data-cocok])', panel);
        if (bad) {
            $('.alasan', panel).hidden = false;
            return say(
                `Ada butir yang tidak cocok: ${bad.dataset.judul}. Kembalikan (1–9) atau putuskan.`,
                `A row does not fit: ${bad.dataset.judul}. Give it back (1–9) or decide.`);
        }
        if (!open) return '';
        return say(`Masih ada butir yang harus diperiksa: ${open.dataset.judul}.`, `A row still has to be checked: ${open.dataset.judul}.`);
    }
}
