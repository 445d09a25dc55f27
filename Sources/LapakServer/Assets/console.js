// The officer's console. The server owns the state of every seat; this shows it, gives the plain forms keys, and joins picture and voice.
// Nothing here switches seats by itself except after Enter, and nothing moves the focus that somebody has set.
import { Console } from "./console/console.js";
import { root } from "./console/page.js";

if (root) new Console().begin();
