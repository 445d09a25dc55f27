import { Peer } from "./peer.js";
import { SHOWN, prefer, put, queue, shape, track } from "./sending.js";
import { stats } from "./stats.js";

// The officer's side: a connection to every member of the session. Made before signal.open(), with
//   stream                     the officer's own MediaStream or null; another later by .use(stream)
//   onStream(id, stream)       for that seat's <video autoplay playsinline>, again after a reload of the member
//   onState(id, { state, online, picture })   state as a Peer's or 'new'; online: the page is there; picture: frames arrive
//   onMessage(id, message)     what the member's page told (Member.tell)
export class Officer {
    #o;
    #signal;
    #seats = new Map();
    #focus = null;
    #doc = false;
    #voice = false;
    #watch;
    peers = new Map();

    constructor(signal, o = {}) {
        this.#o = o;
        this.#signal = signal;
        signal.on('halo', d => {
            const seated = d.peers || [];
            for (const id of [...this.peers.keys()]) if (!seated.some(p => p.id == id)) this.drop(id);
            seated.forEach(p => this.#meet(p));
        }).on('rekan', d => this.#meet(d)).on('sinyal', d => {
            const p = this.peers.get(d.from);
            if (!p || p.far != d.inst) return;
            for (const m of d.batch) {
                if (m.cid == p.cid) p.receive(m);
                // Words of a connection that was thrown away: that page can be reached and waits, so say ours again.
                else if (m.description) p.nudge();
            }
        }).on('pindah', d => {
            if (!d.here) this.#dropAll();
        });
        this.#watch = setInterval(() => this.peers.forEach(p => this.#look(p)), 3000);
    }

    // Whether pictures arrive: only their number tells.
    async #look(p) {
        const frames = p.isUp ? (await stats(p.pc)).in.video?.frames || 0 : 0, had = p.hasPicture;
        p.hasPicture = frames > (p.frames || 0);
        p.frames = frames;
        if (had != p.hasPicture) this.#tell(p.id);
    }

    #meet({ id, online, inst: far }) {
        this.#seats.set(id, { online, far });
        const p = this.peers.get(id);
        if (online && this.#signal.here) {
            if (!p || p.isClosed || p.far != far) this.#make(id, far);
            else p.nudge();
        }
        this.#tell(id);
    }

    async #make(id, far) {
        const iceServers = await this.#signal.ice(), seat = this.#seats.get(id), old = this.peers.get(id);
        if (!seat || seat.far != far || old?.far == far && !old.isClosed || !this.#signal.here) return;
        old?.close();
        const p = new Peer(this.#signal, {
            id, far, iceServers, polite: false, policy: this.#o.policy || 'all',
            onTrack: (p, arrived) => {
                if (arrived.kind == 'audio') {
                    p.voice = arrived;
                    this.#apply(p);
                }
                this.#o.onStream?.(id, p.stream);
                this.#tell(id);
            },
            onState: p => this.peers.get(id) == p && this.#tell(id),
            onOpen: p => this.#apply(p),
            onMessage: (p, { said }) => said !== undefined && this.#o.onMessage?.(id, said),
            onDead: p => {
                p.close();
                this.peers.delete(id);
                if (this.#seats.get(id)?.online) this.#make(id, far);
            },
        });
        this.peers.set(id, p);
        p.turn = queue();
        p.audio = p.pc.addTransceiver('audio', { direction: 'sendrecv' });
        p.video = p.pc.addTransceiver('video', { direction: 'sendrecv', sendEncodings: [{ active: false, maxBitrate: SHOWN.all[0] }] });
        prefer(p.video);
        this.#apply(p);
        this.#tell(id);
    }

    #tell(id) {
        const p = this.peers.get(id), seat = this.#seats.get(id);
        this.#o.onState?.(id, { state: p?.state || 'new', online: !!seat?.online, picture: !!p?.hasPicture });
    }

    // The microphone goes only where the officer talks to, and only the attended seat is heard, whatever its page does.
    #apply(p) {
        return p.turn(async () => {
            const one = p.id === this.#focus, all = this.#voice == 'all', mode = all ? 'all' : one ? 'focus' : 'hold';
            if (p.voice) p.voice.enabled = mode == 'focus';
            p.tell({ attention: mode, profile: !one ? 'thumb' : this.#doc ? 'doc' : 'focus' });
            await put(p.audio.sender, all || one && this.#voice ? track(this.#o.stream, 'audio') : null);
            await put(p.video.sender, track(this.#o.stream, 'video'));
            await shape(p.video.sender, SHOWN[one ? 'focus' : mode]);
        });
    }

    #applyAll() {
        return Promise.all([...this.peers.values()].map(p => this.#apply(p)));
    }

    // This seat is heard and large; all others become thumbnails without sound. doc: true is sharp and slow, for a document.
    attend(id, { doc = false } = {}) {
        this.#focus = id == null ? null : String(id);
        this.#doc = doc;
        return this.#applyAll();
    }

    // Where the officer's voice goes: nowhere (false, at the start), to the attended seat (true), or to every seat ('all'); then no member
    // is heard.
    talk(voice) {
        this.#voice = voice;
        return this.#applyAll();
    }

    use(stream) {
        this.#o.stream = stream;
        return this.#applyAll();
    }

    // Any small JSON to one member's page, or to all ('*'); false when it is not connected.
    tell(id, message) {
        if (id == '*') return [...this.peers.values()].map(p => p.tell({ said: message })).every(Boolean);
        return !!this.peers.get(String(id))?.tell({ said: message });
    }

    // The seat was emptied.
    drop(seat) {
        const id = String(seat);
        this.#seats.delete(id);
        this.peers.get(id)?.close();
        this.peers.delete(id);
    }

    #dropAll() {
        for (const id of [...this.peers.keys()]) this.drop(id);
    }

    close() {
        clearInterval(this.#watch);
        this.#dropAll();
    }
}
