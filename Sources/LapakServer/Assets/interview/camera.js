import { write } from "../kit/changes.js";
import { $ } from "../kit/dom.js";
import { open } from "../rtc/camera.js";
import { testDevices } from "../rtc/devices.js";
import { watchMuted } from "../rtc/muted.js";
import { stage, step, tellFault, tellMuted } from "./stage.js";

// The member's camera and microphone: on a press, or at once where they were allowed before.
export class Camera {
    stream = null;
    count = 1;
    isTested = false;
    // True while the browser asks, and at first until it is known whether it must.
    isStarting = true;
    #facing = 'user';
    #interview;

    constructor(interview) {
        this.#interview = interview;
        $('#nyalakan').onclick = () => this.begin();
        $('#putar').onclick = () => this.turn(this.#facing == 'user' ? 'environment' : 'user');
    }

    // Its live picture.
    get eye() {
        return this.stream?.getVideoTracks().find(track => track.readyState == 'live');
    }

    // Whether the member chose to be heard or seen, and still can be.
    get isWanted() {
        return ['video', 'audio'].includes(step().cara) && step().keadaan != 'deciding';
    }

    // Whether papers are photographed now.
    get shootsPapers() {
        return step().keadaan == 'originals';
    }

    get #aim() {
        return this.shootsPapers && step().foto != 'face' ? 'environment' : 'user';
    }

    async beginWhereAllowed() {
        let allowed;
        try { allowed = await navigator.permissions?.query({ name: 'camera' }); } catch {}
        this.isStarting = false;
        if (allowed?.state == 'granted' && this.isWanted) this.begin();
        else this.#interview.arrange();
    }

    async begin() {
        if (this.isStarting || this.eye) return;
        this.isStarting = true;
        tellFault('');
        this.#interview.arrange();
        await this.#open(this.isWanted);
        this.isStarting = false;
        if (this.#interview.isOver) return this.stop();
        this.#use();
        if (!this.stream) return;
        const devices = await navigator.mediaDevices.enumerateDevices();
        this.count = devices.filter(device => device.kind == 'videoinput').length;
        await this.turn();
        this.#test();
    }

    async #open(withVoice) {
        try {
            this.stream = await open({ facing: this.#aim, audio: withVoice });
        } catch ({ name }) {
            const isRefused = name == 'NotAllowedError', ladder = $('#tangga');
            tellFault(isRefused ? stage.tolak : stage.rusak);
            if (ladder) ladder.open = true;
            if (withVoice && !isRefused) this.stream = await open({ video: false }).catch(() => null);
        }
    }

    #use() {
        const { stream } = this;
        $('#kamera').srcObject = stream && new MediaStream(stream.getVideoTracks());
        this.#interview.member.use(stream);
        for (const track of stream?.getTracks() || []) track.onended = () => this.#fail();
        if (stream) watchMuted(stream, kind => stream == this.stream && tellMuted(kind));
        this.#interview.arrange();
    }

    #fail() {
        tellFault(stage.rusak);
        this.#interview.arrange();
    }

    async turn(way = this.#aim) {
        if (way == this.#facing || this.count < 2 || !this.eye) return;
        this.#facing = way;
        try {
            this.stream = await this.#interview.member.face(way);
            this.#use();
        } catch {
            this.stream = null;
            this.#fail();
        }
    }

    // The member chose another way of speaking.
    climb() {
        this.#interview.member.video(step().cara == 'video');
        if (!this.isWanted && !this.shootsPapers) {
            this.close();
        } else if (this.isWanted && !this.stream?.getAudioTracks().length) {
            for (const track of this.stream?.getTracks() || []) track.stop();
            this.begin();
        }
    }

    stop() {
        for (const track of this.stream?.getTracks() || []) track.stop();
        this.stream = null;
    }

    close() {
        this.stop();
        this.#use();
    }

    async #test() {
        if (step().keadaan != 'lobby' || !this.stream) return;
        const { camera, microphone, network } = await testDevices(this.#interview.signal, this.stream);
        tag('kamera', camera.ok, camera.dark && stage.gelap);
        tag('mikrofon', microphone.ok, microphone.silent && stage.sunyi);
        tag('sambungan', network.ok, network.rtt > 400 && stage.lambat);
        this.isTested = true;
        this.#interview.arrange();
    }
}

function tag(id, works, warning) {
    const element = $('#uji-' + id);
    element.className = 'tag ' + (!works ? 'no' : warning ? 'w' : 'ok');
    write(element, !works ? stage.mati : warning || stage.baik);
}
