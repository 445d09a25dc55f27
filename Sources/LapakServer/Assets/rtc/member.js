import { open } from "./camera.js";
import { Peer } from "./peer.js";
import { LADDER, SENT, put, queue, shape, track } from "./sending.js";
import { inst } from "./signal.js";
import { stats } from "./stats.js";
import { now } from "./timing.js";

// The member's side: one connection to the officer. Made before signal.open(), with
//   onStream(stream)           the officer's picture and voice
//   onState({ state, online }) state as a Peer's or 'new'; online: the officer's console is there
//   onAttention(mode)          'focus' the officer sees and hears you | 'hold' served elsewhere, your voice does not leave this device |
//                              'all' listen. First said when the connection stands; 'hold' when it was ended
//   onMessage(message)         what the officer's page told, e.g. { capture: 'ktp' }
export class Member {
    #o;
    #signal;
    #turn = Promise.resolve();
    #past = new Set();
    #online = false;
    #mode = '';
    #profile = 'thumb';
    #pictures = true;
    #rung = LADDER.length - 1;
    #since = 0;
    #focused = 0;
    #watch;
    #lock;
    peer = null;

    constructor(signal, o = {}) {
        this.#o = o;
        this.#signal = signal;
        signal.on('halo', d => this.#meet(d.peers?.[0])).on('rekan', d => this.#meet(d))
            .on('sinyal', d => this.#turn = this.#turn.then(() => this.#take(d)).catch(() => {}))
            .on('pindah', d => d.here || this.#end());
        this.#watch = setInterval(() => this.#climb().catch(() => {}), 1000);
        document.addEventListener('visibilitychange', this.#awake);
        this.#awake();
    }

    // A screen that locks itself ends the camera.
    #awake = async () => {
        if (document.hidden) return;
        try { this.#lock = await navigator.wakeLock?.request('screen'); } catch {}
    };

    #meet(officer) {
        this.#online = !!officer?.online;
        if (this.#online) this.peer?.nudge();
        this.#tell();
    }

    // The officer offers, the member answers in the officer's lines: no two offers meet while a call begins.
    async #take(d) {
        if (!this.#signal.here || d.toInst && d.toInst != inst) return;
        for (const m of d.batch) {
            if (this.peer?.cid != m.cid) {
                if (m.description?.type != 'offer' || this.#past.has(m.cid)) continue;
                this.#make(d, m.cid, await this.#signal.ice());
            }
            this.peer.receive(m);
        }
    }

    #make(d, cid, iceServers) {
        this.#end();
        const p = this.peer = new Peer(this.#signal, {
            id: d.from, far: d.inst, cid, iceServers, polite: true, policy: this.#o.policy || 'all',
            onTrack: p => this.#o.onStream?.(p.stream),
            onState: p => this.peer == p && this.#tell(),
            onMessage: (p, said) => this.#hear(said),
            beforeAnswer: async p => {
                for (const transceiver of p.pc.getTransceivers()) {
                    p[transceiver.receiver.track.kind] = transceiver;
                    transceiver.direction = 'sendrecv';
                }
                await this.#set(p);
                p.turn(() => this.#apply(p));
            },
        });
        p.turn = queue();
    }

    #end() {
        if (!this.peer) return;
        this.#past.add(this.peer.cid);
        this.peer.close();
        this.peer = null;
        this.#hear({ attention: 'hold', profile: 'thumb' });
    }

    #hear({ attention, profile, said }) {
        if (said !== undefined) return this.#o.onMessage?.(said);
        if (!attention) return;
        const changed = attention != this.#mode;
        if (profile == 'focus' && this.#profile != 'focus') this.#focused = now();
        this.#mode = attention;
        this.#profile = profile in SENT ? profile : 'thumb';
        this.#again();
        if (changed) this.#o.onAttention?.(attention);
    }

    #again() {
        const p = this.peer;
        if (p?.video) p.turn(() => this.#apply(p));
    }

    // Not in focus, the voice does not leave this device.
    async #set(p) {
        await put(p.audio.sender, this.#mode == 'focus' ? track(this.#o.stream, 'audio') : null);
        await put(p.video.sender, this.#pictures ? track(this.#o.stream, 'video') : null);
    }

    async #apply(p) {
        await this.#set(p);
        const picture = p.video.sender.track;
        if (picture) picture.contentHint = this.#profile == 'doc' ? 'detail' : 'motion';
        const [, height, rate] = LADDER[this.#rung];
        // The bits stay: a cap would keep the browser from finding out that the line became better.
        await shape(p.video.sender, this.#profile == 'focus' ? [SENT.focus[0], height, rate] : SENT[this.#profile]);
    }

    // The size stays readable and follows the line: down at once, up one rung after four seconds; not while a focus begins.
    async #climb() {
        const p = this.peer;
        if (!p?.isUp || this.#profile != 'focus' || now() - this.#focused < 3000) return;
        const { available, out } = await stats(p.pc), bits = available - 40e3;
        if (!available) return;
        let rung = 0;
        LADDER.forEach(([needed], i) => { if (bits >= needed) rung = i });
        if (out.video?.limit == 'cpu' && out.video.fps < 8) rung = Math.min(rung, this.#rung - 1);
        rung = Math.max(0, rung);
        if (rung >= this.#rung) {
            if (rung == this.#rung) return this.#since = 0;
            this.#since ||= now();
            if (now() - this.#since < 4000) return;
            rung = this.#rung + 1;
            this.#since = now();
        } else {
            this.#since = 0;
        }
        this.#rung = rung;
        this.#again();
    }

    #tell() {
        this.#o.onState?.({ state: this.peer?.state || 'new', online: this.#online });
    }

    // Another camera or microphone, or none: never a new connection.
    use(stream) {
        this.#o.stream = stream;
        this.#again();
    }

    // Whether pictures are sent.
    video(isOn) {
        this.#pictures = isOn;
        this.#again();
    }

    // Turns to the other camera of a phone, one at a time, as phones want it; gives the new stream.
    async face(facing) {
        const old = this.#o.stream, voice = old?.getAudioTracks() || [];
        for (const t of old?.getVideoTracks() || []) t.stop();
        const fresh = await open({ facing, audio: false });
        this.use(new MediaStream([...voice, ...fresh.getVideoTracks()]));
        return this.#o.stream;
    }

    tell(message) {
        return !!this.peer?.tell({ said: message });
    }

    close() {
        clearInterval(this.#watch);
        document.removeEventListener('visibilitychange', this.#awake);
        this.#lock?.release().catch(() => {});
        this.#end();
    }
}
