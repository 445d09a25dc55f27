import { parsed } from "./json.js";
import { keep, recall } from "./memory.js";

// Over HTTP/1.1 a browser has six connections to a server for all its tabs, and a stream holds one for good. So many tabs that can do
// without have one; who was not heard of for so long gave it up. Milliseconds: a hidden tab is woken once a minute.
const MOST = 3, FORGOTTEN = 150000;

function all() {
    const known = parsed(recall('aliran')) || {};
    for (const name of Object.keys(known)) {
        if (!(Date.now() - known[name] < FORGOTTEN)) delete known[name];
    }
    return known;
}

// One tab's place among those that have a stream.
export class Place {
    constructor(name) {
        this.name = name;
        addEventListener('pagehide', () => this.leave());
    }

    // Keeps the place, or takes a free one; false while there is none.
    take() {
        const known = all();
        if (!known[this.name] && Object.keys(known).length >= MOST) return false;
        known[this.name] = Date.now();
        keep('aliran', JSON.stringify(known));
        return true;
    }

    leave() {
        const known = all();
        delete known[this.name];
        keep('aliran', JSON.stringify(known));
    }
}
