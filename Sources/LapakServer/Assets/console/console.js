import { $$ } from "../kit/dom.js";
import { Clock } from "./clock.js";
import { Front } from "./front.js";
import { Keys } from "./keys.js";
import { mayAct } from "./page.js";
import { Pictures } from "./pictures.js";
import { Pieces } from "./pieces.js";
import { Rows } from "./rows.js";
import { Server } from "./server.js";
import { Steps } from "./steps.js";
import { Video } from "./video.js";
import { tendForms } from "./forms.js";

// One console in one window: its parts, which know each other by this.
export class Console {
    constructor() {
        this.front = new Front(this);
        this.pieces = new Pieces(this);
        this.rows = new Rows(this);
        this.pictures = new Pictures(this);
        this.video = new Video(this);
        this.steps = new Steps(this);
        this.clock = new Clock(this);
        this.server = new Server(this);
        this.keys = new Keys(this);
        tendForms(this);
    }

    begin() {
        for (const part of $$('.con [hidden].alat,.con footer [hidden]')) part.hidden = false;
        this.keys.show();
        this.front.begin();
        if (mayAct) this.video.begin();
        this.paint();
        this.clock.tick();
        if (this.front.key) this.front.attend();
        this.clock.begin();
        addEventListener('beforeunload', event => this.server.holdsPresses && event.preventDefault());
        addEventListener('online', () => this.server.load());
        addEventListener('offline', () => this.server.cut(true));
        document.addEventListener('visibilitychange', () => document.hidden || this.server.load());
    }

    paint() {
        this.front.paint();
        this.pictures.paint();
        this.video.paint();
    }
}
