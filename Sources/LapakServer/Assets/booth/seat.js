import { capture } from "../rtc/camera.js";
import { Member } from "../rtc/member.js";
import { Signal } from "../rtc/signal.js";
import { tellAloud } from "../interview/message.js";
import { stage, tellNews } from "../interview/stage.js";
import { PATH } from "./path.js";

// The line to the officer of whoever sits here.
export class Seat {
    #booth;
    #signal = new Signal(PATH + '/wawancara');
    #member;

    constructor(person, booth) {
        this.person = person;
        this.#booth = booth;
        this.#member = new Member(this.#signal, {
            stream: booth.camera.stream,
            onStream: stream => {
                booth.officer.srcObject = stream;
                booth.officer.play().catch(() => {});
                booth.arrange();
            },
            onState: () => booth.arrange(),
            onAttention: mode => {
                booth.attention = mode;
                booth.arrange();
            },
            onMessage: message => this.#hear(message),
        });
        this.#signal.on('ubah', () => booth.look()).on('pesan', d => tellAloud(d.text));
    }

    open() {
        this.#signal.open();
    }

    close() {
        this.#member.close();
        this.#signal.close();
    }

    // The page was opened anew elsewhere.
    leaveLine() {
        this.#signal.close();
    }

    use(stream) {
        this.#member.use(stream);
    }

    tell(message) {
        this.#member.tell(message);
    }

    async #hear({ say, capture: kind }) {
        if (say) tellAloud(say);
        if (!kind) return;
        tellNews(stage.diminta);
        try {
            const photo = await capture(this.#booth.camera.eye, { still: false });
            this.#booth.send(kind, photo.blob, photo.how);
        } catch {
            this.tell({ captured: kind, ok: false });
        }
    }
}
