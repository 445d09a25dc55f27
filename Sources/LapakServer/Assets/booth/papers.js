import { $ } from "../kit/dom.js";

// The grey picture that is compared; how far apart two are that differ, and that are the same; how many looks make a second.
const WIDTH = 32, HEIGHT = 24, OTHER = 10, SAME = 3, STILL = 4;

const pen = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
    .getContext('2d', { willReadFrequently: true });
const distance = (one, other) => one.reduce((sum, grey, i) => sum + Math.abs(grey - other[i]), 0) / one.length;

// The middle of what the camera sees, small and grey; null while it sees nothing.
function middle() {
    const film = $('#kamera'), width = film.videoWidth, height = film.videoHeight;
    if (!width || !height || film.readyState < 2) return null;
    pen.drawImage(film, width * .15, height * .15, width * .7, height * .7, 0, 0, WIDTH, HEIGHT);
    const { data } = pen.getImageData(0, 0, WIDTH, HEIGHT);
    return Array.from({ length: WIDTH * HEIGHT }, (_, i) => (3 * data[4 * i] + 6 * data[4 * i + 1] + data[4 * i + 2]) / 10);
}

// A paper that came into the box and lies still for a second is photographed by itself; the look at the photo stays the person's. Compared
// are pictures with a quarter of a second ago, with the table, which is what lay still there first, and with the photo before, until
// something moved.
export function watchPapers(booth) {
    let table = null, last = null, before = null, calm = 0;
    setInterval(() => {
        const kind = booth.wants;
        if (!booth.seat || !kind || kind == 'face' || !booth.camera.eye) {
            table = last = before = null;
            return;
        }
        const now = middle();
        if (!now) return;
        if (last && distance(now, last) > OTHER) last = null;
        calm = before && distance(now, before) < SAME ? calm + 1 : 0;
        before = now;
        if (calm < STILL) return;
        if (!table) {
            table = now;
        } else if (!booth.shot.taken && !last && distance(now, table) > OTHER) {
            calm = 0;
            last = now;
            booth.shot.take();
        }
    }, 250);
}
