import { show, write } from "../kit/changes.js";
import { $ } from "../kit/dom.js";
import { ring } from "../kit/sound.js";
import { capture } from "../rtc/camera.js";
import { Member } from "../rtc/member.js";
import { Signal } from "../rtc/signal.js";
import { Camera } from "./camera.js";
import { tendForms } from "./forms.js";
import { arrange } from "./layout.js";
import { tellAloud } from "./message.js";
import { PhotoQueue } from "./photo-queue.js";
import { Shot } from "./shot.js";
import { smaller } from "./smaller.js";
import { stage, step, tellFault, tellNews } from "./stage.js";
import { Steps } from "./steps.js";

const PATH = '/wawancara';
const isLive = () => !!$('#kaki .alat') || step().keadaan == 'deciding';

// One interview on one page: the parts, and what each hears of the others.
export class Interview {
    signal = new Signal(PATH);
    // How the officer attends to this member: '' at first, then as Member says.
    attention = '';
    // The interview ended: what is late, of the line, the camera or a photo, shows nothing any more.
    isOver = false;
    #touched = Date.now();
    #clock;
    #ticks = 0;
    // What stood in the fault's place before the line broke.
    #covered = '';

    constructor() {
        this.officer = $('#petugas');
        this.member = new Member(this.signal, {
            onStream: stream => this.#watch(stream),
            onState: ({ state }) => {
                const isMending = state == 'mending' && step().keadaan != 'deciding';
                if (isMending || state == 'connected') write($('#mode'), isMending ? stage.putus : '');
                this.arrange();
            },
            onAttention: mode => {
                this.attention = mode;
                this.arrange();
            },
            onMessage: message => this.#hear(message),
        });
        this.camera = new Camera(this);
        this.shot = new Shot({
            eye: () => this.camera.eye,
            onChange: () => this.arrange(),
            onUse: photo => this.send(step().foto, photo.blob, photo.how),
            onFault: () => tellFault(stage.rusak),
        });
        this.photos = new PhotoQueue({
            path: PATH, hasProgress: true, isWanted: () => !this.isOver,
            onBegin: () => this.#touched = Date.now(),
            onDone: (one, isTaken) => {
                this.member.tell({ captured: one.kind, ok: isTaken });
                this.steps.look();
            },
        });
        this.steps = new Steps(PATH, {
            onAnswer: tellAloud,
            onMove: () => this.#move(),
            onSwap: isMoved => isLive() ? this.arrange(isMoved) : this.#end(),
        });
        tendForms(this);
        this.#listen();
    }

    begin() {
        this.member.video(step().cara == 'video');
        this.#clock = setInterval(() => this.#tick(), 5000);
        this.signal.open();
        this.arrange(true);
        this.camera.beginWhereAllowed();
    }

    arrange(isMoved) {
        if (!this.isOver) arrange(this, isMoved);
    }

    async send(kind, blob, how) {
        this.photos.add({ kind, blob: await smaller(blob), how });
    }

    #listen() {
        const { signal, steps } = this;
        signal.on('ubah', () => steps.look()).on('halo', () => steps.look()).on('pesan', d => tellAloud(d.text));
        signal.on('jalur', ({ open }) => this.#tellLine(open));
        signal.on('pindah', ({ here }) => {
            tellFault(here ? '' : stage.pindah);
            if (!here) this.camera.close();
        });
        this.officer.onresize = () => this.arrange();
        $('#dengar').onclick = () => this.#play();
        for (const name of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'input']) {
            addEventListener(name, () => this.#touched = Date.now(), { passive: true });
        }
        addEventListener('beforeunload', event => this.photos.isEmpty || event.preventDefault());
        addEventListener('pageshow', event => event.persisted && location.reload());
    }

    #tellLine(isOpen) {
        if (this.isOver) return;
        // The server lets go of the line when the interview is over.
        if (!isOpen) this.steps.look();
        const words = $('#galat').textContent, isCut = words == stage.putus;
        if (!isOpen) {
            this.#covered = isCut ? '' : words;
            tellFault(stage.putus);
        } else if (isCut) {
            tellFault(this.#covered);
        }
    }

    // A new step: its heading takes the focus.
    #move() {
        const { keadaan: state } = step(), heading = $('#judul');
        this.#touched = Date.now();
        this.shot.drop();
        tellFault('');
        if (!['originals', 'shown'].includes(state)) tellNews('');
        document.title = heading.textContent + ' - Lapak Asik';
        heading.focus();
        scrollTo(0, 0);
        if (state == 'called') ring();
    }

    // A page that comes out of the browser's memory looks at once; where nothing is heard, it looks by itself.
    #tick() {
        this.#ticks++;
        if (!this.signal.isOpen || this.#ticks % 3 == 0) this.steps.look();
        const isUsed = 'sendiri' in step() && Date.now() - this.#touched < 20000;
        if (this.#ticks % 4 != 0 || !isUsed) return;
        fetch(`${PATH}/hidup?untuk=${step().untuk}`, { method: 'POST', headers: { Accept: 'application/json' } }).catch(() => {});
    }

    #watch(stream) {
        this.officer.srcObject = stream;
        this.#play();
        this.arrange();
    }

    #play() {
        return this.officer.play().then(
            () => show($('#dengar'), false),
            fault => fault.name == 'NotAllowedError' && show($('#dengar'), true));
    }

    // What the officer's page says: words, or a photo that they take themselves.
    async #hear({ say, capture: kind }) {
        if (say) tellAloud(say);
        if (!kind) return;
        tellNews(stage.diminta);
        try {
            const photo = await capture(this.camera.eye, { still: false });
            this.send(kind, photo.blob, photo.how);
        } catch {
            tellFault(stage.rusak);
            this.member.tell({ captured: kind, ok: false });
        }
    }

    #end() {
        this.isOver = true;
        tellFault('');
        tellNews('');
        this.camera.stop();
        this.member.close();
        this.signal.close();
        clearInterval(this.#clock);
        $('#panggung').hidden = true;
    }
}
