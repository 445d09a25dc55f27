// The hall display. The server's markup is fetched when something changed; calls are chimed and spoken once, and only while they are new;
// whatever is old is said to be old.
//
// For televisions and boxes of 2016 and later (Chromium 53): a plain script of ECMAScript 2015, and of what came later only what a test
// lists (DisplayScriptTests). Every script that this one imports is held to that.
import { $ } from "./kit/dom.js";
import { Announcer } from "./hall/announcer.js";
import { Board } from "./hall/board.js";
import { Speaker } from "./hall/speaker.js";
import { watchAge } from "./hall/watch.js";

if ($('#hall')) {
    watchAge();
    const speaker = new Speaker($('#nyalakan'), $('#hall').dataset.suara);
    speaker.begin();
    new Board($('#hall'), new Announcer(speaker)).begin();
}
