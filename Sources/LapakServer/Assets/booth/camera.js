import { $ } from "../kit/dom.js";
import { rest } from "../kit/time.js";
import { tellMuted } from "../interview/stage.js";
import { open } from "../rtc/camera.js";
import { watchMuted } from "../rtc/muted.js";
import { post } from "./path.js";

// The booth's camera: open while the booth lives; told to the server when it is lost, and when it is back.
export class Camera {
    stream = null;
    #booth;
    #works = null;
    #isTrying = false;
    #hasFailed = false;

    constructor(booth) {
        this.#booth = booth;
    }

    // Its live picture.
    get eye() {
        return this.stream?.getVideoTracks().find(track => track.readyState == 'live');
    }

    async begin() {
        if (this.#isTrying || this.eye) return;
        this.#isTrying = true;
        try {
            this.stream = await open({ audio: true });
            for (const track of this.stream.getTracks()) track.onended = () => this.#lose();
            const { stream } = this;
            watchMuted(stream, kind => stream == this.stream && tellMuted(kind));
            this.#tell(true);
        } catch {
            this.#stop();
            // Only the second time: another page of this booth may just have let go of it.
            if (this.#hasFailed) this.#tell(false);
            this.#hasFailed = true;
        }
        this.#isTrying = false;
        this.#use();
    }

    #stop() {
        for (const track of this.stream?.getTracks() || []) track.stop();
        this.stream = null;
    }

    #lose() {
        this.#stop();
        this.#hasFailed = true;
        this.#tell(false);
        this.#use();
    }

    async #tell(works) {
        if (works && this.#works) return;
        this.#works = works;
        for (let tries = 0; this.#works === works && tries < 20; tries++) {
            try {
                const answer = await post('kamera', { baik: works ? 'ya' : 'tidak' });
                if (answer.ok) return this.#booth.steps.swap(await answer.text());
                if (answer.status < 500) return this.#booth.look();
            } catch {}
            await rest(1000);
        }
    }

    #use() {
        $('#kamera').srcObject = this.stream && new MediaStream(this.stream.getVideoTracks());
        this.#booth.seat?.use(this.stream);
        this.#booth.arrange();
    }
}
