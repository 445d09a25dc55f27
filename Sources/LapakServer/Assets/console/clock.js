import { show, write } from "../kit/changes.js";
import { $$ } from "../kit/dom.js";
import { twoDigits } from "../kit/time.js";
import { say } from "../kit/words.js";
import { mayAct } from "./page.js";

// Times that run, what can no longer be taken back, and when the server is asked without a reason.
export class Clock {
    #console;
    #beats = 0;

    constructor(owner) {
        this.#console = owner;
    }

    begin() {
        setInterval(() => this.#beat(), 1000);
    }

    tick() {
        const { server, steps } = this.#console, { now } = server;
        for (const time of $$('time[data-sejak]')) write(time, since((now - Date.parse(time.dataset.sejak)) / 1000));
        for (const button of $$('[data-sampai]')) show(button, now <= button.dataset.sampai - 300);
        steps.showUndo(now);
        server.showAge();
    }

    #beat() {
        const { server } = this.#console;
        this.tick();
        if (++this.#beats % (server.hasLine ? 10 : 3) == 0 && !document.hidden) server.load();
        if (mayAct) server.giveSign();
    }
}

function since(duration) {
    const seconds = Math.max(0, Math.floor(duration));
    if (seconds < 3600) return `${seconds / 60 | 0}:${twoDigits(seconds % 60)}`;
    return `${seconds / 3600 | 0} ${say('jam', 'h')}`;
}
