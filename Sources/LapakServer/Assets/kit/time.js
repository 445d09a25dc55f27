// Waiting, and figures of clocks.
export const rest = milliseconds => new Promise(done => setTimeout(done, milliseconds));
export const twoDigits = number => (number < 10 ? '0' : '') + number;
