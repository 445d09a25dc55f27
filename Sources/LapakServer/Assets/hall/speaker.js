const Sound = self.AudioContext || self.webkitAudioContext;

// Clips one after the other, through one audio graph; a browser that wants a press first gets a button.
export class Speaker {
    constructor(button, folder) {
        this.button = button;
        this.folder = folder;
        this.clips = {};
        button.onclick = () => this.begin() && this.resume();
        addEventListener('pointerdown', () => this.context && this.context.state == 'suspended' && this.resume());
    }

    // True where there is sound at all; the button shows while it is still to be switched on.
    begin() {
        try { this.context = this.context || new Sound(); } catch (fault) { return false; }
        this.button.hidden = this.context.state == 'running';
        return true;
    }

    resume() {
        return this.context.resume().then(() => this.begin());
    }

    // Ends when the last clip has been heard. A clip that cannot be fetched is left out, and tried again the next time.
    play(names) {
        if (!this.begin() || this.context.state != 'running') return Promise.resolve();
        return Promise.all(names.map(name => this.clip(name))).then(clips => {
            const context = this.context;
            let at = context.currentTime + .05;
            for (const clip of clips.filter(Boolean)) {
                const source = context.createBufferSource();
                source.buffer = clip;
                source.connect(context.destination);
                source.start(at);
                at += clip.duration;
            }
            return new Promise(done => setTimeout(done, (at - context.currentTime) * 1000 + 400));
        });
    }

    clip(name) {
        if (!this.clips[name]) {
            this.clips[name] = this.load(name).catch(() => {
                delete this.clips[name];
            });
        }
        return this.clips[name];
    }

    load(name) {
        return fetch(`${this.folder}/${name}.ogg`).then(answer => {
            if (!answer.ok) throw new Error(answer.status);
            return answer.arrayBuffer();
        }).then(bytes => new Promise((done, fail) => this.context.decodeAudioData(bytes, done, fail)));
    }
}
