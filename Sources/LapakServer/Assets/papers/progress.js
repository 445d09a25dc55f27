import { write } from "../kit/changes.js";
import { $ } from "../kit/dom.js";
import { say } from "../kit/words.js";

// What people see and hear of a paper on its way; every quarter is said.
export class Progress {
    #told = 0;

    begin(title) {
        this.#told = 0;
        this.fault('');
        this.tell('');
        $('#judul').textContent = say('Mengirim: ', 'Sending: ') + title;
    }

    tell(words) {
        write($('#kabar'), words);
    }

    fault(words) {
        $('#galat').textContent = words;
    }

    // `share` from 0 to 1.
    show(share) {
        const percent = Math.min(100, share * 100 | 0), step = percent - percent % 25;
        $('#maju').value = percent;
        $('#persen').textContent = percent + '%';
        if (step <= this.#told) return;
        this.#told = step;
        this.tell(say('Terkirim ', 'Sent ') + step + '%');
    }
}
