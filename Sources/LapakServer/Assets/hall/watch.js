import { $ } from "../kit/dom.js";
import { loadAnew } from "../kit/version.js";

// A board that nobody drew for so long is loaded anew. Milliseconds.
const FROZEN = 120000;

// Knows nothing of the rest of this script, and so does not depend on it: whatever fails there, an old board does not stay.
export function watchAge() {
    let shown, since = Date.now();
    setInterval(() => {
        const now = $('#papan') && $('#papan').dataset.kini;
        if (now != shown) {
            shown = now;
            since = Date.now();
        } else if (Date.now() - since > FROZEN) {
            since = Date.now();
            loadAnew();
        }
    }, 5000);
}
