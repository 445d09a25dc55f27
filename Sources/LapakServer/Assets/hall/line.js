import { parsed } from "../kit/json.js";
import { freshKey } from "../kit/key.js";
import { Place } from "../kit/place.js";

// The server's events for this display, opened anew with what is known already.
export class HallLine {
    constructor(path, { onBeat, onChange, onVersion }) {
        this.path = path;
        this.inst = freshKey(6);
        this.place = new Place(this.inst);
        this.opened = 0;
        this.onBeat = onBeat;
        this.onChange = onChange;
        this.onVersion = onVersion;
        addEventListener('offline', () => this.close());
    }

    // Not where other tabs of this browser have all the streams that it may have: then the board looks by itself.
    open(position) {
        this.close();
        this.opened = Date.now();
        if (!this.place.take()) return;
        this.stream = new EventSource(`${this.path}/aliran?inst=${this.inst}&last=${position}`);
        this.stream.addEventListener('hb', this.onBeat);
        this.stream.addEventListener('ubah', this.onChange);
        this.stream.addEventListener('versi', event => this.onVersion(parsed(event.data)));
    }

    close() {
        if (this.stream) this.stream.close();
        this.stream = null;
    }

    // Whether there is a stream, or could be one now.
    get hasPlace() {
        return this.place.take();
    }

    get isClosed() {
        return !this.stream || this.stream.readyState == EventSource.CLOSED;
    }

    // Milliseconds since it was opened last.
    get age() {
        return Date.now() - this.opened;
    }
}
