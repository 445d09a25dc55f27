import { address } from "./tablet.js";

// Ends after so many milliseconds, answered or not.
function timed(milliseconds, url, options) {
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), milliseconds);
    return fetch(url, { ...options, signal: stop.signal }).finally(() => clearTimeout(timer));
}

// The network is asked for, because a tablet that sees a router need not see us.
export class Network {
    isLive = navigator.onLine;
    isSignedOut = false;

    // True when it came or went.
    async look() {
        let isLive = navigator.onLine;
        if (isLive) try { await timed(5000, '/healthz', { cache: 'no-store' }); } catch { isLive = false; }
        const hasTurned = isLive != this.isLive;
        this.isLive = isLive;
        return hasTurned;
    }

    // The answer; thrown when there is none, or when the officer is signed out.
    async post(path, body, fields = {}) {
        const answer = await timed(30000, address(path), { method: 'POST', headers: { Accept: 'application/json', ...fields }, body });
        this.isSignedOut = answer.redirected;
        if (this.isSignedOut) throw new Error('signed out');
        return answer;
    }
}
