import { $ } from "../kit/dom.js";
import { capture } from "../rtc/camera.js";
import { tellNews } from "./stage.js";

// One photo that was taken and not yet sent, and the buttons that take it, take it again, and use it.
export class Shot {
    taken = null;
    #o;

    // o: eye() gives the camera's live track; onChange(); onUse(photo); onFault()
    constructor(o) {
        this.#o = o;
        $('#ambil').onclick = () => this.take();
        $('#ulangi').onclick = () => {
            this.drop();
            o.onChange();
            $('#ambil').focus();
        };
        $('#pakai').onclick = () => {
            const photo = this.taken;
            this.drop();
            o.onChange();
            o.onUse(photo);
        };
    }

    async take() {
        try {
            this.taken = await capture(this.#o.eye());
            $('#lihat').src = URL.createObjectURL(this.taken.blob);
            tellNews('');
            this.#o.onChange();
            $('#pakai').focus();
        } catch {
            this.#o.onFault();
        }
    }

    drop() {
        if (this.taken) URL.revokeObjectURL($('#lihat').src);
        this.taken = null;
        $('#lihat').removeAttribute('src');
    }
}
