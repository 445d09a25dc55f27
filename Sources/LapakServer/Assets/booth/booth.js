import { $ } from "../kit/dom.js";
import { tell } from "../interview/message.js";
import { PhotoQueue } from "../interview/photo-queue.js";
import { Shot } from "../interview/shot.js";
import { stage, step, tellFault, tellNews } from "../interview/stage.js";
import { Renewal } from "../kit/version.js";
import { Signal } from "../rtc/signal.js";
import { Camera } from "./camera.js";
import { tendForms } from "./forms.js";
import { arrange } from "./layout.js";
import { tendPad } from "./pad.js";
import { watchPapers } from "./papers.js";
import { PATH, post } from "./path.js";
import { Presence } from "./presence.js";
import { Seat } from "./seat.js";
import { Steps } from "./steps.js";
import { say } from "./voice.js";

// The line to the server, said in the fault's place as long as it is cut.
function tellLine(isOpen) {
    const fault = $('#galat');
    if (!isOpen) {
        tellFault(stage.putus);
        fault.dataset.line = 1;
    } else if (fault.dataset.line) {
        tellFault('');
        delete fault.dataset.line;
    }
}

// One booth on one page: the parts, and what each hears of the others.
export class Booth {
    // Who sits here and is joined to an officer, or null.
    seat = null;
    attention = '';
    #isForgetting = false;

    constructor() {
        this.officer = $('#petugas');
        this.camera = new Camera(this);
        this.presence = new Presence(this);
        this.shot = new Shot({
            eye: () => this.camera.eye,
            onChange: () => this.arrange(),
            onUse: photo => this.send(step().foto, photo.blob, photo.how),
            onFault: () => tellNews(stage.rusak),
        });
        this.photos = new PhotoQueue({
            path: PATH, hasProgress: false,
            isWanted: one => one.person == step().wawancara,
            onBegin: () => this.presence.touch(),
            onDone: (one, isTaken) => {
                this.seat?.tell({ captured: one.kind, ok: isTaken });
                this.look();
            },
        });
        this.steps = new Steps({
            onLine: tellLine,
            onMove: () => this.#move(),
            onSwap: () => this.arrange(),
            onForget: why => this.forget(why),
        });
        tendForms(this, tellLine);
        tendPad();
        watchPapers(this);
        this.officer.onresize = () => this.arrange();
        addEventListener('pageshow', event => event.persisted && location.reload());
    }

    begin() {
        const look = () => this.look(), signal = new Signal(PATH);
        // A new version takes this page's place while nobody sits here.
        const renewal = new Renewal(() => !this.seat && !step().wawancara && this.photos.isEmpty);
        signal.on('versi', known => renewal.hear(known));
        signal.on('ubah', look).on('halo', look).on('jalur', ({ open }) => tellLine(open));
        signal.on('pindah', ({ here }) => {
            if (!here) this.seat?.leaveLine();
            tellFault(here ? '' : stage.lain);
        });
        if (window.name == 'jeda') {
            window.name = '';
            tell(stage.jeda, 60000);
        }
        signal.open();
        this.arrange();
        this.camera.begin();
        say();
    }

    look() {
        this.steps.look();
    }

    // Whether a photo is asked for: its kind, or a false value.
    get wants() {
        return step().keadaan == 'originals' && step().foto;
    }

    arrange() {
        this.#sit();
        arrange(this);
    }

    // The officer's line, only while somebody sits here.
    #sit() {
        const { wawancara: person, keadaan: state } = step(), isSeated = person && !['done', 'trouble'].includes(state);
        if (this.seat && (!isSeated || this.seat.person != person)) {
            const old = this.seat;
            this.seat = null;
            old.close();
            this.attention = '';
            this.officer.srcObject = null;
        }
        if (!isSeated || this.seat) return;
        this.seat = new Seat(person, this);
        this.seat.open();
    }

    send(kind, blob, how) {
        this.photos.add({ kind, blob, how, person: step().wawancara });
    }

    #move() {
        this.presence.touch();
        this.shot.drop();
        tellFault('');
        if (!['originals', 'shown'].includes(step().keadaan)) tellNews('');
        $('#judul').focus();
        document.title = $('#judul').textContent + ' - Lapak Asik';
        scrollTo(0, 0);
        say();
    }

    // A fresh document is the only sure way to keep nothing: no picture, no text, no entry in the history. What the next document has to
    // say, without saying of whom, stands in the window's name for that moment.
    forget(why) {
        if (this.#isForgetting) return;
        this.#isForgetting = true;
        if (why) window.name = why;
        location.replace(PATH);
    }

    // Whoever sat here went away; the server is told, and nothing of them is shown any more.
    async leave() {
        await post('pergi').catch(() => {});
        this.forget();
    }
}
