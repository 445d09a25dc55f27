import { parsed } from "../kit/json.js";
import { freshKey } from "../kit/key.js";
import { inst } from "./signal.js";
import { now } from "./timing.js";

// One connection, made by Officer and Member: perfect negotiation, and a restart of ICE when the way is lost.
//
//   .pc .stream   the connection and what arrives by it
//   .state        'connecting' 'connected' 'mending' 'closed'
export class Peer {
    #o;
    #out = [];
    #busy;
    #making;
    #answering;
    #ignored;
    #turn = Promise.resolve();
    #resend;
    #wait = 4000;
    #mend;
    #check;
    #gap = 0;
    #next = 0;
    #tries = 0;
    stream = new MediaStream();
    hasPicture = false;
    wasUp = false;
    isClosed = false;

    // o: { id, far, cid, polite, iceServers, policy, onTrack, onState, onOpen, onMessage, onDead, beforeAnswer }
    constructor(signal, o) {
        this.#o = o;
        this.signal = signal;
        this.id = o.id;
        this.far = o.far;
        this.cid = o.cid || inst + '-' + freshKey(4);
        const pc = this.pc = new RTCPeerConnection({ iceServers: o.iceServers, iceTransportPolicy: o.policy, bundlePolicy: 'max-bundle' });
        this.line = pc.createDataChannel('', { negotiated: true, id: 0 });
        this.line.onopen = () => o.onOpen?.(this);
        this.line.onmessage = event => {
            const said = parsed(event.data);
            if (said) o.onMessage?.(this, said);
        };
        pc.onnegotiationneeded = () => this.#offer();
        pc.onicecandidate = e => this.#send({ candidate: e.candidate });
        pc.ontrack = ({ track }) => {
            for (const old of this.stream.getTracks()) if (old.kind == track.kind) this.stream.removeTrack(old);
            this.stream.addTrack(track);
            o.onTrack?.(this, track);
        };
        pc.oniceconnectionstatechange = () => {
            const ice = pc.iceConnectionState;
            clearTimeout(this.#mend);
            if (ice == 'failed') this.restart();
            if (ice == 'disconnected') this.#mend = setTimeout(() => this.restart(), 1500);
            this.#tell();
        };
        pc.onconnectionstatechange = () => {
            if (this.isUp) {
                this.wasUp = true;
                this.#gap = this.#tries = 0;
                clearTimeout(this.#check);
            }
            if (pc.connectionState == 'failed') this.restart();
            this.#tell();
        };
        addEventListener('online', this.#online);
    }

    get isUp() {
        return this.pc.connectionState == 'connected' && this.pc.iceConnectionState != 'disconnected';
    }

    get state() {
        return this.isClosed ? 'closed' : this.isUp ? 'connected' : this.wasUp ? 'mending' : 'connecting';
    }

    #tell() {
        this.#o.onState?.(this);
    }

    #online = () => {
        this.#gap = this.#next = 0;
        this.restart();
    };

    tell(message) {
        if (this.line.readyState != 'open') return false;
        try {
            this.line.send(JSON.stringify(message));
            return true;
        } catch {
            return false;
        }
    }

    close() {
        this.isClosed = true;
        this.#out = [];
        removeEventListener('online', this.#online);
        for (const timer of [this.#resend, this.#mend, this.#check]) clearTimeout(timer);
        this.pc.close();
        this.#tell();
    }

    // In strict order: one request at a time; candidates come in bursts and are gathered for a moment.
    #send(message) {
        if (this.isClosed) return;
        this.#out.push({ cid: this.cid, ...message });
        if (this.#busy) return;
        this.#busy = true;
        setTimeout(() => this.#flush(), message.description ? 0 : 20);
    }

    async #flush() {
        while (this.#out.length) {
            const batch = this.#out.splice(0, 20);
            const answer = await this.signal.post('/sinyal', { to: this.id, inst, toInst: this.far, batch }, () => !this.isClosed);
            // These two no longer sit together.
            if ([403, 404, 409].includes(answer?.status)) this.close();
        }
        this.#busy = false;
    }

    // An offer without an answer is said again: either may have been lost with a line, and hearing it twice does no harm.
    #describe() {
        clearTimeout(this.#resend);
        const description = this.pc.localDescription;
        this.#send({ description });
        if (description.type != 'offer') return;
        this.#resend = setTimeout(() => this.pc.signalingState == 'have-local-offer' && this.#describe(), this.#wait);
        this.#wait = Math.min(15000, this.#wait * 1.5);
    }

    async #offer() {
        this.#making = true;
        this.#wait = 4000;
        try {
            await this.pc.setLocalDescription();
            this.#describe();
        } catch {}
        this.#making = false;
    }

    receive(message) {
        return this.#turn = this.#turn.then(() => this.#take(message)).catch(() => {});
    }

    async #take({ description, candidate }) {
        const pc = this.pc;
        if (this.isClosed) return;
        if (!description) {
            try {
                await pc.addIceCandidate(candidate || undefined);
            } catch (fault) {
                if (!this.#ignored) throw fault;
            }
            return;
        }
        const isReady = !this.#making && (pc.signalingState == 'stable' || this.#answering), isOffer = description.type == 'offer';
        this.#ignored = !this.#o.polite && isOffer && !isReady;
        // The other side can be reached, so ours that is pending may reach it now.
        if (this.#ignored) return this.#making ? undefined : this.#describe();
        this.#answering = !isOffer;
        try {
            await pc.setRemoteDescription(description);
        } finally {
            this.#answering = false;
        }
        if (!isOffer) return clearTimeout(this.#resend);
        await this.#o.beforeAnswer?.(this);
        await pc.setLocalDescription();
        this.#describe();
    }

    // The other page is there: say again what is pending, or look for a new way.
    nudge() {
        if (this.isUp || this.isClosed) return;
        if (this.pc.signalingState == 'have-local-offer') this.#describe();
        else if (this.wasUp) this.restart();
    }

    async restart() {
        clearTimeout(this.#check);
        if (this.isClosed) return;
        const early = this.#next - now();
        if (early > 0) return this.#check = setTimeout(() => this.isUp || this.restart(), early);
        this.#gap = Math.min(15000, this.#gap * 2 || 1500);
        this.#next = now() + this.#gap;
        if (++this.#tries > 3 && this.#o.onDead) return this.#o.onDead(this);
        // What was given hours ago may have expired, and then no relay would be found.
        const iceServers = await this.signal.ice(true);
        if (this.isClosed) return;
        try { this.pc.setConfiguration({ ...this.pc.getConfiguration(), iceServers }); } catch {}
        this.pc.restartIce();
        if (this.pc.signalingState == 'have-local-offer') this.#describe();
        clearTimeout(this.#check);
        this.#check = setTimeout(() => this.isUp || this.restart(), this.#gap + 2500);
    }
}
