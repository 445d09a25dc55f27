// The hall display. The server's markup is fetched when something changed; calls are chimed and spoken once, and only while they are new;
// whatever is old is said to be old.
import { $ } from "./kit/dom.js";
import { Announcer } from "./hall/announcer.js";
import { Board } from "./hall/board.js";
import { Speaker } from "./hall/speaker.js";

if ($('#hall')) {
    const speaker = new Speaker($('#nyalakan'), $('#hall').dataset.suara);
    speaker.begin();
    new Board($('#hall'), new Announcer(speaker)).begin();
}
