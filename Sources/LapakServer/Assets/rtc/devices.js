import { rest } from "../kit/time.js";
import { showing } from "./camera.js";
import { track } from "./sending.js";
import { now, within } from "./timing.js";

// How loud the last two thirds of a second were: looked at seldom, because a weak phone has little time.
function level(track) {
    const context = new AudioContext(), samples = new Float32Array(32768);
    const analyser = Object.assign(context.createAnalyser(), { fftSize: samples.length });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    context.resume().catch(() => {});
    return {
        value() {
            analyser.getFloatTimeDomainData(samples);
            return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        },
        stop() {
            context.close();
        },
    };
}

// How bright the picture is, and how much it varies: a lens that is covered gives neither.
async function isDark(track) {
    const video = await showing(track), canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
    const pen = canvas.getContext('2d');
    pen.drawImage(video, 0, 0, 64, 36);
    video.srcObject = null;
    const grey = [], { data } = pen.getImageData(0, 0, 64, 36);
    for (let i = 0; i < data.length; i += 4) grey.push(.3 * data[i] + .59 * data[i + 1] + .11 * data[i + 2]);
    const mean = grey.reduce((a, b) => a + b) / grey.length;
    return mean < 16 && Math.sqrt(grey.reduce((a, b) => a + (b - mean) ** 2, 0) / grey.length) < 6;
}

// A relay is there when it gives an address; null where none is set up.
async function hasRelay(iceServers) {
    if (!iceServers.some(s => s.username)) return null;
    const pc = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' });
    try {
        pc.createDataChannel('');
        const found = new Promise(done => {
            pc.onicecandidate = ({ candidate }) => (candidate?.candidate || !candidate) && done(!!candidate);
        });
        await pc.setLocalDescription();
        return await within(6000, found);
    } catch {
        return false;
    } finally {
        pc.close();
    }
}

// { camera: { ok, width, height, dark }, microphone: { ok, level, silent }, network: { ok, rtt, turn } }; about two seconds.
export async function testDevices(signal, stream) {
    const picture = track(stream, 'video'), voice = track(stream, 'audio');
    const result = { camera: { ok: false }, microphone: { ok: false }, network: { ok: false } };
    const look = async () => {
        const { width, height } = picture.getSettings();
        result.camera = { ok: true, width, height, dark: await isDark(picture) };
    };
    const listen = async () => {
        const bar = level(voice);
        let most = 0;
        for (const end = now() + 2000; now() < end; await rest(250)) most = Math.max(most, bar.value());
        bar.stop();
        result.microphone = { ok: true, level: most, silent: most < .01 };
    };
    const reach = async () => {
        const times = [];
        while (times.length < 3) times.push(await signal.ping());
        const rtt = times.sort((a, b) => a - b)[1], turn = await hasRelay(await signal.ice());
        result.network = { ok: turn !== false, rtt, turn };
    };
    await Promise.all([picture && look(), voice && listen(), reach()].map(one => Promise.resolve(one).catch(() => {})));
    return result;
}
