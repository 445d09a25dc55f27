// Clips one after the other, through one audio graph; a browser that wants a press first gets a button.
export class Speaker {
    #button;
    #folder;
    #context;
    #clips = {};

    constructor(button, folder) {
        this.#button = button;
        this.#folder = folder;
        button.onclick = () => this.begin() && this.#resume();
        addEventListener('pointerdown', () => this.#context?.state == 'suspended' && this.#resume());
    }

    // True where there is sound at all; the button shows while it is still to be switched on.
    begin() {
        try { this.#context ??= new AudioContext(); } catch { return false; }
        this.#button.hidden = this.#context.state == 'running';
        return true;
    }

    async #resume() {
        await this.#context.resume();
        this.begin();
    }

    // Ends when the last clip has been heard. A clip that cannot be fetched is left out, and tried again the next time.
    async play(names) {
        if (!this.begin() || this.#context.state != 'running') return;
        const context = this.#context, clips = (await Promise.all(names.map(name => this.#clip(name)))).filter(Boolean);
        let at = context.currentTime + .05;
        for (const clip of clips) {
            const source = context.createBufferSource();
            source.buffer = clip;
            source.connect(context.destination);
            source.start(at);
            at += clip.duration;
        }
        await new Promise(done => setTimeout(done, (at - context.currentTime) * 1000 + 400));
    }

    #clip(name) {
        return this.#clips[name] ??= this.#load(name).catch(() => {
            delete this.#clips[name];
        });
    }

    async #load(name) {
        const answer = await fetch(`${this.#folder}/${name}.ogg`);
        if (!answer.ok) throw new Error(answer.status);
        return this.#context.decodeAudioData(await answer.arrayBuffer());
    }
}
