import { rest } from "../kit/time.js";

// Milliseconds on a clock that never jumps.
export const now = () => performance.now();

// Fails when the promise takes longer.
export const within = (milliseconds, promise) => Promise.race([
    promise,
    rest(milliseconds).then(() => { throw new Error('too late'); }),
]);
