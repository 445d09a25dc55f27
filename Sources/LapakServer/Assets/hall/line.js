import { freshKey } from "../kit/key.js";

// The server's events for this display, opened anew with what is known already.
export class HallLine {
    #path;
    #inst = freshKey(6);
    #stream;
    #opened = 0;
    #onBeat;
    #onChange;

    constructor(path, { onBeat, onChange }) {
        this.#path = path;
        this.#onBeat = onBeat;
        this.#onChange = onChange;
        addEventListener('offline', () => this.close());
    }

    open(position) {
        this.close();
        this.#opened = Date.now();
        this.#stream = new EventSource(`${this.#path}/aliran?inst=${this.#inst}&last=${position}`);
        this.#stream.addEventListener('hb', this.#onBeat);
        this.#stream.addEventListener('ubah', this.#onChange);
    }

    close() {
        this.#stream?.close();
    }

    get isClosed() {
        return this.#stream.readyState == EventSource.CLOSED;
    }

    // Milliseconds since it was opened last.
    get age() {
        return Date.now() - this.#opened;
    }
}
