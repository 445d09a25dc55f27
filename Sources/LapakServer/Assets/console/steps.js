import { show } from "../kit/changes.js";
import { $ } from "../kit/dom.js";
import { say } from "../kit/words.js";
import { alarm, panelOf, root, tell } from "./page.js";

// Steps of the seat in front, and taking the last one back.
export class Steps {
    #console;
    // { id, name, until }: the last step that can be taken back, until a moment by the server's clock.
    #undo = null;

    constructor(owner) {
        this.#console = owner;
    }

    // The seat leaves the list at once; a refusal brings it back to the front with its sentence.
    async take(verb, panel, fields) {
        const { front, server, clock } = this.#console;
        if (server.refuses()) return;
        const { id, nama: name } = panel.dataset;
        front.gone.add(id);
        alarm('');
        const isTaken = await server.post(verb, { ...fields, kursi: id });
        front.gone.delete(id);
        const until = $('[data-sampai]', panelOf(id) || root)?.dataset.sampai;
        if (isTaken && panelOf(id) && until) this.#undo = { id, name, until: +until };
        if (!isTaken && panelOf(id)) front.select(id, true);
        this.#console.paint();
        clock.tick();
    }

    // The step that the seat in front is due for; then the next seat comes.
    enter() {
        const { front, rows, server } = this.#console, { panel, id } = front;
        if (!id) return;
        if (!panel.dataset.langkah) return tell(say('Belum ada langkah di kursi ini.', 'There is no step at this seat yet.'));
        if (front.gone.has(id)) return;
        const obstacle = rows.obstacle(panel);
        if (obstacle) return alarm(obstacle);
        if (server.refuses()) return;
        this.take('lanjut', panel, {});
        front.advance();
    }

    async takeBack(id) {
        const { front, server, clock } = this.#console;
        if (server.refuses()) return;
        this.#undo = null;
        front.gone.delete(id);
        const taken = server.post('urung', { kursi: id });
        clock.tick();
        if (!await taken) return;
        front.select(id);
        tell(say('Diurungkan.', 'Undone.'));
    }

    // The last step, whichever seat is in front; else what the seat in front offers.
    takeBackLast() {
        if (this.#undo) return this.takeBack(this.#undo.id);
        const { panel } = this.#console.front, button = panel && $('[data-sampai]:not([hidden])', panel);
        if (button) button.click();
        else tell(say('Tidak ada langkah.', 'No step.'));
    }

    showUndo(now) {
        const bar = $('#urung'), left = this.#undo ? Math.ceil((this.#undo.until - now - 300) / 1000) : 0;
        if (left <= 0) this.#undo = null;
        show(bar, this.#undo);
        if (this.#undo) $('span', bar).textContent = `${this.#undo.name} (${left})`;
    }
}
