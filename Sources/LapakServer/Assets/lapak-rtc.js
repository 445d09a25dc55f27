// lapak-rtc.js: the live wire between one officer and the members of the session: events, signalling, picture and voice.
// A classic script; everything hangs on window.LapakRTC. Nothing here touches the page: callbacks get streams, states and messages.
//
// LapakRTC.inst                         this page load's id (already sent as ?inst= by Signal)
//
// new Signal(base)                      base '/kantor/konsol' or '/wawancara'; uses base + /siaran, /sinyal, /ice
//   .on(name, f)                        'ubah' {}, 'pesan' {text}, 'halo', 'rekan' (data as in the contract; several f are fine) and, of its own:
//                                       'jalur' {open}  the line to the server came or went (for a small "menyambung kembali" note)
//                                       'pindah' {here} this page was opened anew elsewhere (here: false; media stops here) or is the only one again
//   .open() .close() .reopen()          reopens by itself after silence, on `online`, when the page is shown again
//   .last                               id of the newest 'ubah'; give it nothing, it goes into ?last= by itself
//   await .ice()                        fresh iceServers
//
// await open({ facing: 'user' | 'environment', video: true, audio: true })  a MediaStream at the camera's best size up to 1080p; throws as getUserMedia does
//
// new Officer(signal, { stream, policy, onStream, onState, onMessage })     make it before signal.open()
//   stream                              the officer's own MediaStream or null; .use(stream) later
//   onStream(id, mediaStream)           put it in that seat's <video autoplay playsinline>.srcObject (again after a reload of the member)
//   onState(id, { state, online, picture })  state 'new' 'connecting' 'connected' 'mending' 'closed'; online: the page is there; picture: frames arrive (looked at every 3 s)
//   onMessage(id, message)              what the member's page told (see Member.tell)
//   .attend(id | null, { doc })         this seat is heard and large; all others become thumbnails without sound. doc: true = sharp and slow for a document
//   .talk(false | true | 'all')         where the officer's voice goes: nowhere (at the start), to the attended seat, to every seat (then no member is heard)
//   .tell(id | '*', message)            any small JSON to the member's page, e.g. { capture: 'ktp' }; false when it is not connected
//   .drop(id)                           the seat was emptied: closes what there is
//   .peers                              Map id -> Peer (.pc, .state); .close() ends all
//
// new Member(signal, { stream, policy, onStream, onState, onAttention, onMessage })      make it before signal.open()
//   onStream(mediaStream)               the officer's picture and voice
//   onState({ state, online })          as above; online: the officer's console is there
//   onAttention(mode)                   'focus' the officer sees and hears you | 'hold' served elsewhere, your voice does not leave this device | 'all' listen.
//                                       First said when the connection stands; 'hold' when it was ended
//   onMessage(message)                  what the officer's page told, e.g. { capture: 'ktp' }
//   .use(stream) .video(on)             another camera or microphone; picture off (rung "audio") and on again: never a new connection
//   await .face('user' | 'environment') turns to the other camera of a phone (one at a time, as phones want it); gives the new stream
//   .tell(message) .peer .close()
//
// await capture(videoTrack, { still })  { blob, width, height, how: 'photo' | 'frame' | 'canvas' } JPEG at the camera's own size, not the video's
//                                       still: false leaves out takePhoto (it may make the picture blink)
// await stats(pc)                       { rtt, way: 'host' | 'srflx' | 'prflx' | 'relay', available, in: { audio, video }, out: { audio, video } }
//                                       in: bytes, lost, jitter, frames, fps, width, height, freezes, frozen, concealed;  out: bytes, frames, fps, width, height, limit
// await testDevices(signal, stream)     { camera: { ok, width, height, dark }, microphone: { ok, level, silent }, network: { ok, rtt, turn } }; about two seconds
// Peer                                  one connection (perfect negotiation, ICE restart); Officer and Member make them
window.LapakRTC = (() => {
const inst = Array.from(crypto.getRandomValues(new Uint8Array(6)), b => b.toString(16).padStart(2, '0')).join('');
const now = () => performance.now(), rest = ms => new Promise(done => setTimeout(done, ms));
const within = (ms, promise) => Promise.race([promise, rest(ms).then(() => { throw new Error('too late') })]);
// Half a second, then longer, never longer than three; with chance, so that a thousand pages do not come back in one moment.
const pause = tries => Math.min(3000, 500 * 2 ** tries) * (.5 + Math.random() / 2);
const json = text => { try { return JSON.parse(text) } catch { return null } };
const SILENCE = 12000, EVENTS = ['halo', 'ubah', 'rekan', 'sinyal', 'pesan', 'pindah', 'hb'];

// What members send, what the officer sends, and what a member sends on a thin line: [bits per second, height, pictures per second].
const SENT = { focus: [1200e3, 720, 24], thumb: [120e3, 180, 8], doc: [2500e3, 1080, 8] };
const SHOWN = { focus: [500e3, 360, 15], all: [80e3, 180, 5], hold: null };
const LADDER = [[0, 180, 8], [130e3, 270, 10], [250e3, 360, 15], [600e3, 540, 20], [1000e3, 720, 24]];

class Signal {
    #base; #stream; #timer; #watch; #tries = 0; #heard = 0; #listeners = {}; #known = []; #asked = -Infinity;
    last = ''; isOpen = false; here = true;

    constructor(base) { this.#base = base }
    on(name, f) { (this.#listeners[name] ??= []).push(f); return this }
    #emit(name, data) { for (const f of this.#listeners[name] || []) f(data) }

    open() {
        if (this.#watch) return this;
        // A connection whose network went away stays "open" for minutes; only silence tells.
        this.#watch = setInterval(() => { if (now() - this.#heard > SILENCE) { this.#line(false); this.reopen() } }, 1000);
        addEventListener('online', this.#back);
        addEventListener('pageshow', this.#shown);
        document.addEventListener('visibilitychange', this.#shown);
        this.reopen();
        return this;
    }
    close() {
        clearInterval(this.#watch); clearTimeout(this.#timer);
        this.#watch = 0; this.#stream?.close(); this.#stream = null;
        removeEventListener('online', this.#back);
        removeEventListener('pageshow', this.#shown);
        document.removeEventListener('visibilitychange', this.#shown);
        this.#line(false);
    }
    #back = () => { this.#tries = 0; this.reopen() };
    #shown = () => { if (!document.hidden && now() - this.#heard > 6000) this.#back() };

    reopen() {
        clearTimeout(this.#timer); this.#stream?.close(); this.#heard = now();
        const stream = this.#stream = new EventSource(`${this.#base}/siaran?inst=${inst}&last=${encodeURIComponent(this.last)}`);
        for (const name of EVENTS) stream.addEventListener(name, e => {
            if (stream !== this.#stream) return;
            this.#heard = now();
            if (e.lastEventId) this.last = e.lastEventId;
            const data = json(e.data) || {};
            if (name == 'halo') { this.#tries = 0; this.#line(true); this.#move(data.inst) }
            if (name == 'pindah') this.#move(data.inst); else if (name != 'hb') this.#emit(name, data);
        });
        stream.onerror = () => {
            if (stream !== this.#stream) return;
            // EventSource ends for good at a 502 and waits by rules of its own otherwise: always open a new one.
            stream.close(); this.#line(false); this.#heard = now();
            clearTimeout(this.#timer); this.#timer = setTimeout(() => this.#watch && this.reopen(), pause(this.#tries++));
        };
    }
    #line(open) { if (open != this.isOpen) this.#emit('jalur', { open: this.isOpen = open }) }
    #move(newest) {
        const here = !newest || newest == inst;
        if (here == this.here) return;
        this.#emit('pindah', { here: this.here = here });
        if (here) this.reopen();
    }

    // Tries until there is an answer, or until nobody waits for it any more.
    async post(path, body, isWanted = () => true) {
        for (let tries = 0; isWanted(); tries++) {
            try {
                const answer = await within(10000, fetch(this.#base + path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', Accept: 'application/json' } }));
                if (answer.status < 500 && answer.status != 429 && answer.status != 408) return answer;
            } catch {}
            await rest(pause(tries));
        }
    }
    // Credentials last two hours: those of a moment ago serve a new connection, a restart asks again.
    async ice(fresh) {
        if (fresh || now() - this.#asked > 6e5) await this.ping().catch(() => {});
        return this.#known;
    }
    // Milliseconds to the server and back.
    async ping() {
        const begun = now(), answer = await within(3000, fetch(this.#base + '/ice', { headers: { Accept: 'application/json' } }));
        if (!answer.ok) throw new Error(answer.status);
        this.#known = (await answer.json()).iceServers;
        this.#asked = now();
        return this.#asked - begun;
    }
}

class Peer {
    #o; #out = []; #busy; #making; #answering; #ignored; #turn = Promise.resolve(); #resend; #wait = 4000; #mend; #check; #gap = 0; #next = 0; #tries = 0;
    stream = new MediaStream(); hasPicture = false; wasUp = false; isClosed = false;

    // o: { id, far, cid, polite, iceServers, policy, onTrack, onState, onOpen, onMessage, onDead, beforeAnswer }
    constructor(signal, o) {
        this.#o = o; this.signal = signal; this.id = o.id; this.far = o.far;
        this.cid = o.cid || inst + '-' + Math.random().toString(36).slice(2, 10);
        const pc = this.pc = new RTCPeerConnection({ iceServers: o.iceServers, iceTransportPolicy: o.policy, bundlePolicy: 'max-bundle' });
        this.line = pc.createDataChannel('', { negotiated: true, id: 0 });
        this.line.onopen = () => o.onOpen?.(this);
        this.line.onmessage = e => { const said = json(e.data); if (said) o.onMessage?.(this, said) };
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
            if (this.isUp) { this.wasUp = true; this.#gap = this.#tries = 0; clearTimeout(this.#check) }
            if (pc.connectionState == 'failed') this.restart();
            this.#tell();
        };
        addEventListener('online', this.#online);
    }

    get isUp() { return this.pc.connectionState == 'connected' && this.pc.iceConnectionState != 'disconnected' }
    get state() { return this.isClosed ? 'closed' : this.isUp ? 'connected' : this.wasUp ? 'mending' : 'connecting' }
    #tell() { this.#o.onState?.(this) }
    #online = () => { this.#gap = this.#next = 0; this.restart() };
    tell(message) {
        if (this.line.readyState != 'open') return false;
        try { this.line.send(JSON.stringify(message)); return true } catch { return false }
    }
    close() {
        this.isClosed = true; this.#out = [];
        removeEventListener('online', this.#online);
        for (const timer of [this.#resend, this.#mend, this.#check]) clearTimeout(timer);
        this.pc.close(); this.#tell();
    }

    // In strict order: one request at a time; candidates come in bursts and are gathered for a moment.
    #send(message) {
        if (this.isClosed) return;
        this.#out.push({ cid: this.cid, ...message });
        if (!this.#busy) { this.#busy = true; setTimeout(() => this.#flush(), message.description ? 0 : 20) }
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
        try { this.#making = true; this.#wait = 4000; await this.pc.setLocalDescription(); this.#describe() }
        catch {} finally { this.#making = false }
    }

    receive(message) { return this.#turn = this.#turn.then(() => this.#take(message)).catch(() => {}) }
    async #take({ description, candidate }) {
        const pc = this.pc;
        if (this.isClosed) return;
        if (!description) {
            try { await pc.addIceCandidate(candidate || undefined) } catch (e) { if (!this.#ignored) throw e }
            return;
        }
        const ready = !this.#making && (pc.signalingState == 'stable' || this.#answering), isOffer = description.type == 'offer';
        this.#ignored = !this.#o.polite && isOffer && !ready;
        // The other side can be reached, so ours that is pending may reach it now.
        if (this.#ignored) return this.#making ? undefined : this.#describe();
        try { this.#answering = !isOffer; await pc.setRemoteDescription(description) } finally { this.#answering = false }
        if (!isOffer) return clearTimeout(this.#resend);
        await this.#o.beforeAnswer?.(this);
        await pc.setLocalDescription();
        this.#describe();
    }

    // The other page is there: say again what is pending, or look for a new way.
    nudge() {
        if (this.isUp || this.isClosed) return;
        if (this.pc.signalingState == 'have-local-offer') this.#describe(); else if (this.wasUp) this.restart();
    }
    async restart() {
        clearTimeout(this.#check);
        if (this.isClosed) return;
        const early = this.#next - now();
        if (early > 0) return this.#check = setTimeout(() => this.isUp || this.restart(), early);
        this.#gap = Math.min(15000, this.#gap * 2 || 1500); this.#next = now() + this.#gap;
        if (++this.#tries > 3 && this.#o.onDead) return this.#o.onDead(this);
        // What was given hours ago may have expired, and then no relay would be found.
        const iceServers = await this.signal.ice(true);
        if (this.isClosed) return;
        try { this.pc.setConfiguration({ ...this.pc.getConfiguration(), iceServers }) } catch {}
        this.pc.restartIce();
        if (this.pc.signalingState == 'have-local-offer') this.#describe();
        clearTimeout(this.#check); this.#check = setTimeout(() => this.isUp || this.restart(), this.#gap + 2500);
    }
}

// Bits, size and pictures per second of what a sender sends; null: nothing. Never a new negotiation.
async function shape(sender, form) {
    const all = sender.getParameters(), one = all.encodings?.[0];
    if (!one) return;
    one.active = !!form;
    if (form) {
        const { width = 0, height = 0 } = sender.track?.getSettings() || {};
        [one.maxBitrate, , one.maxFramerate] = form;
        one.scaleResolutionDownBy = Math.max(1, Math.min(width, height) / form[1]);
    }
    // Otherwise the picture starts small and takes ten seconds to become sharp.
    all.degradationPreference = 'maintain-resolution';
    await sender.setParameters(all);
}
// One change of a sender at a time; what is asked in between is decided when its turn comes.
const queue = () => { let turn = Promise.resolve(); return work => turn = turn.then(work).catch(() => {}) };
const track = (stream, kind) => stream?.getTracks().find(t => t.kind == kind && t.readyState == 'live') || null;
const put = (sender, track) => sender.track === track ? undefined : sender.replaceTrack(track);
function prefer(transceiver) {
    const codecs = RTCRtpReceiver.getCapabilities?.('video')?.codecs, rank = c => { const i = ['video/vp8', 'video/h264'].indexOf(c.mimeType.toLowerCase()); return i < 0 ? 2 : i };
    try { transceiver.setCodecPreferences([...codecs].sort((a, b) => rank(a) - rank(b))) } catch {}
}

class Officer {
    #o; #signal; #seats = new Map(); #focus = null; #doc = false; #voice = false; #watch;
    peers = new Map();

    constructor(signal, o = {}) {
        this.#o = o; this.#signal = signal;
        signal.on('halo', d => {
            const seated = d.peers || [];
            for (const id of [...this.peers.keys()]) if (!seated.some(p => p.id == id)) this.drop(id);
            seated.forEach(p => this.#meet(p));
        }).on('rekan', d => this.#meet(d)).on('sinyal', d => {
            const p = this.peers.get(d.from);
            // Words of a connection that was thrown away: that page can be reached and waits, so say ours again.
            if (p && p.far == d.inst) for (const m of d.batch) if (m.cid == p.cid) p.receive(m); else if (m.description) p.nudge();
        }).on('pindah', d => { if (!d.here) this.#dropAll() });
        this.#watch = setInterval(() => this.peers.forEach(p => this.#look(p)), 3000);
    }
    // Whether pictures arrive: only their number tells.
    async #look(p) {
        const frames = p.isUp ? (await stats(p.pc)).in.video?.frames || 0 : 0, had = p.hasPicture;
        p.hasPicture = frames > (p.frames || 0); p.frames = frames;
        if (had != p.hasPicture) this.#tell(p.id);
    }
    #meet({ id, online, inst: far }) {
        this.#seats.set(id, { online, far });
        const p = this.peers.get(id);
        if (online && this.#signal.here) { if (!p || p.isClosed || p.far != far) this.#make(id, far); else p.nudge() }
        this.#tell(id);
    }
    async #make(id, far) {
        const iceServers = await this.#signal.ice(), seat = this.#seats.get(id), old = this.peers.get(id);
        if (!seat || seat.far != far || old?.far == far && !old.isClosed || !this.#signal.here) return;
        old?.close();
        const p = new Peer(this.#signal, {
            id, far, iceServers, polite: false, policy: this.#o.policy || 'all',
            onTrack: (p, t) => { if (t.kind == 'audio') { p.voice = t; this.#apply(p) } this.#o.onStream?.(id, p.stream); this.#tell(id) },
            onState: p => { if (this.peers.get(id) == p) this.#tell(id) },
            onOpen: p => this.#apply(p),
            onMessage: (p, { said }) => said !== undefined && this.#o.onMessage?.(id, said),
            onDead: p => { p.close(); this.peers.delete(id); if (this.#seats.get(id)?.online) this.#make(id, far) },
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
    #applyAll() { return Promise.all([...this.peers.values()].map(p => this.#apply(p))) }

    attend(id, { doc = false } = {}) { this.#focus = id == null ? null : String(id); this.#doc = doc; return this.#applyAll() }
    talk(voice) { this.#voice = voice; return this.#applyAll() }
    use(stream) { this.#o.stream = stream; return this.#applyAll() }
    tell(id, message) {
        if (id == '*') return [...this.peers.values()].map(p => p.tell({ said: message })).every(Boolean);
        return !!this.peers.get(String(id))?.tell({ said: message });
    }
    drop(id) { id = String(id); this.#seats.delete(id); this.peers.get(id)?.close(); this.peers.delete(id) }
    #dropAll() { for (const id of [...this.peers.keys()]) this.drop(id) }
    close() { clearInterval(this.#watch); this.#dropAll() }
}

class Member {
    #o; #signal; #turn = Promise.resolve(); #past = new Set(); #online = false; #mode = ''; #profile = 'thumb'; #pictures = true; #rung = LADDER.length - 1; #since = 0; #focused = 0; #watch; #lock;
    peer = null;

    constructor(signal, o = {}) {
        this.#o = o; this.#signal = signal;
        const meet = p => { this.#online = !!p?.online; if (this.#online) this.peer?.nudge(); this.#tell() };
        signal.on('halo', d => meet(d.peers?.[0])).on('rekan', meet)
            .on('sinyal', d => this.#turn = this.#turn.then(() => this.#take(d)).catch(() => {}))
            .on('pindah', d => { if (!d.here) this.#end() });
        this.#watch = setInterval(() => this.#climb().catch(() => {}), 1000);
        document.addEventListener('visibilitychange', this.#awake);
        this.#awake();
    }
    // A screen that locks itself ends the camera.
    #awake = async () => { if (!document.hidden) try { this.#lock = await navigator.wakeLock?.request('screen') } catch {} };

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
            onState: p => { if (this.peer == p) this.#tell() },
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
        this.peer.close(); this.peer = null;
        this.#hear({ attention: 'hold', profile: 'thumb' });
    }
    #hear({ attention, profile, said }) {
        if (said !== undefined) return this.#o.onMessage?.(said);
        if (!attention) return;
        const changed = attention != this.#mode;
        if (profile == 'focus' && this.#profile != 'focus') this.#focused = now();
        this.#mode = attention; this.#profile = profile in SENT ? profile : 'thumb';
        this.#again();
        if (changed) this.#o.onAttention?.(attention);
    }
    #again() { const p = this.peer; if (p?.video) p.turn(() => this.#apply(p)) }
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
            rung = this.#rung + 1; this.#since = now();
        } else this.#since = 0;
        this.#rung = rung;
        this.#again();
    }
    #tell() { this.#o.onState?.({ state: this.peer?.state || 'new', online: this.#online }) }

    use(stream) { this.#o.stream = stream; this.#again() }
    video(on) { this.#pictures = on; this.#again() }
    async face(facing) {
        const old = this.#o.stream, voice = old?.getAudioTracks() || [];
        for (const t of old?.getVideoTracks() || []) t.stop();
        const fresh = await open({ facing, audio: false });
        this.use(new MediaStream([...voice, ...fresh.getVideoTracks()]));
        return this.#o.stream;
    }
    tell(message) { return !!this.peer?.tell({ said: message }) }
    close() {
        clearInterval(this.#watch);
        document.removeEventListener('visibilitychange', this.#awake);
        this.#lock?.release().catch(() => {});
        this.#end();
    }
}

function open({ facing = 'user', video = true, audio = true } = {}) {
    return navigator.mediaDevices.getUserMedia({
        video: video && { facingMode: { ideal: facing }, width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 24, max: 30 } },
        audio: audio && { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
}

// A hidden video that shows the track and has a picture.
async function showing(track) {
    const v = document.createElement('video');
    v.muted = v.playsInline = true; v.srcObject = new MediaStream([track]);
    await within(5000, v.play().then(() => v.requestVideoFrameCallback ? new Promise(done => v.requestVideoFrameCallback(done)) : rest(300)));
    return v;
}
async function capture(track, { still = true } = {}) {
    if (track?.readyState != 'live') throw new Error('the camera is off');
    const jpeg = async (picture, width, height, how) => {
        const c = Object.assign(document.createElement('canvas'), { width, height });
        c.getContext('2d').drawImage(picture, 0, 0, width, height);
        const blob = await new Promise(done => c.toBlob(done, 'image/jpeg', .92));
        if (!blob) throw new Error('no picture');
        return { blob, width, height, how };
    };
    if (self.ImageCapture) {
        const camera = new ImageCapture(track);
        if (still) try {
            const blob = await within(4000, camera.takePhoto()), p = await createImageBitmap(blob), { width = 0, height = 0 } = track.getSettings();
            if (p.width * p.height >= width * height) return blob.type == 'image/jpeg' ? { blob, width: p.width, height: p.height, how: 'photo' } : await jpeg(p, p.width, p.height, 'photo');
        } catch {}
        try { const p = await within(2000, camera.grabFrame()); return await jpeg(p, p.width, p.height, 'frame') } catch {}
    }
    const v = await showing(track);
    try { return await jpeg(v, v.videoWidth, v.videoHeight, 'canvas') } finally { v.srcObject = null }
}

async function stats(pc) {
    const o = { in: {}, out: {} }, all = await pc.getStats();
    for (const r of all.values()) {
        if (r.type == 'inbound-rtp') o.in[r.kind] = { bytes: r.bytesReceived, lost: r.packetsLost, jitter: r.jitter, frames: r.framesDecoded, fps: r.framesPerSecond, width: r.frameWidth, height: r.frameHeight, freezes: r.freezeCount, frozen: r.totalFreezesDuration, concealed: r.concealedSamples / r.totalSamplesReceived || 0 };
        if (r.type == 'outbound-rtp') o.out[r.kind] = { bytes: r.bytesSent, frames: r.framesEncoded, fps: r.framesPerSecond, width: r.frameWidth, height: r.frameHeight, limit: r.qualityLimitationReason };
        // Firefox has no transport report; there the pair says itself that it was chosen.
        const pair = r.type == 'transport' ? all.get(r.selectedCandidatePairId) : r.type == 'candidate-pair' && r.selected ? r : null;
        if (pair) Object.assign(o, { rtt: pair.currentRoundTripTime, available: pair.availableOutgoingBitrate, way: all.get(pair.localCandidateId)?.candidateType });
    }
    return o;
}

// How loud the last two thirds of a second were: looked at seldom, because a weak phone has little time.
function level(track) {
    const context = new AudioContext(), analyser = Object.assign(context.createAnalyser(), { fftSize: 32768 }), samples = new Float32Array(32768);
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    context.resume().catch(() => {});
    return {
        value() { analyser.getFloatTimeDomainData(samples); return samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0) },
        stop() { context.close() },
    };
}
// How bright the picture is, and how much it varies: a lens that is covered gives neither.
async function isDark(track) {
    const v = await showing(track), c = Object.assign(document.createElement('canvas'), { width: 64, height: 36 }), g = c.getContext('2d');
    g.drawImage(v, 0, 0, 64, 36); v.srcObject = null;
    const grey = [], { data } = g.getImageData(0, 0, 64, 36);
    for (let i = 0; i < data.length; i += 4) grey.push(.3 * data[i] + .59 * data[i + 1] + .11 * data[i + 2]);
    const mean = grey.reduce((a, b) => a + b) / grey.length;
    return mean < 16 && Math.sqrt(grey.reduce((a, b) => a + (b - mean) ** 2, 0) / grey.length) < 6;
}
// A relay is there when it gives an address; null where none is set up.
async function hasRelay(iceServers) {
    if (!iceServers.some(s => s.username)) return null;
    const pc = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' });
    try {
        pc.createDataChannel('');
        const found = new Promise(done => { pc.onicecandidate = e => (e.candidate?.candidate || !e.candidate) && done(!!e.candidate) });
        await pc.setLocalDescription();
        return await within(6000, found);
    } catch { return false } finally { pc.close() }
}
async function testDevices(signal, stream) {
    const picture = track(stream, 'video'), voice = track(stream, 'audio');
    const result = { camera: { ok: false }, microphone: { ok: false }, network: { ok: false } };
    const look = async () => { const { width, height } = picture.getSettings(); result.camera = { ok: true, width, height, dark: await isDark(picture) } };
    const listen = async () => {
        const bar = level(voice);
        let most = 0;
        for (const end = now() + 2000; now() < end; await rest(250)) most = Math.max(most, bar.value());
        bar.stop();
        result.microphone = { ok: true, level: most, silent: most < .01 };
    };
    const reach = async () => {
        const times = [];
        while (times.length < 3) times.push(await signal.ping());
        const rtt = times.sort((a, b) => a - b)[1], turn = await hasRelay(await signal.ice());
        result.network = { ok: turn !== false, rtt, turn };
    };
    await Promise.all([picture && look(), voice && listen(), reach()].map(one => Promise.resolve(one).catch(() => {})));
    return result;
}

return { inst, Signal, Peer, Officer, Member, open, capture, stats, testDevices };
})();
