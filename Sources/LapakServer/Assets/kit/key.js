import { hex } from "./hex.js";

// A name that nobody else has: for a change that may be sent twice, or for one opened page. Two digits a byte.
export const freshKey = (bytes = 12) => hex(crypto.getRandomValues(new Uint8Array(bytes)));
