import { rest } from "../kit/time.js";
import { within } from "./timing.js";

// A MediaStream at the camera's best size up to 1080p; throws as getUserMedia does. `facing` is 'user' or 'environment'.
export function open({ facing = 'user', video = true, audio = true } = {}) {
    return navigator.mediaDevices.getUserMedia({
        video: video && {
            facingMode: { ideal: facing }, width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 24, max: 30 },
        },
        audio: audio && { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
}

// A hidden video that shows the track and has a picture.
export async function showing(track) {
    const video = document.createElement('video');
    video.muted = video.playsInline = true;
    video.srcObject = new MediaStream([track]);
    const picture = () => video.requestVideoFrameCallback ? new Promise(done => video.requestVideoFrameCallback(done)) : rest(300);
    await within(5000, video.play().then(picture));
    return video;
}

async function jpeg(picture, width, height, how) {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    canvas.getContext('2d').drawImage(picture, 0, 0, width, height);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .92));
    if (!blob) throw new Error('no picture');
    return { blob, width, height, how };
}

// The camera's own photo where it takes one at least as large as its video.
async function photo(camera, track) {
    const blob = await within(4000, camera.takePhoto()), picture = await createImageBitmap(blob);
    const { width = 0, height = 0 } = track.getSettings(), own = picture.width, high = picture.height;
    if (own * high < width * height) return null;
    return blob.type == 'image/jpeg' ? { blob, width: own, height: high, how: 'photo' } : await jpeg(picture, own, high, 'photo');
}

// { blob, width, height, how: 'photo' | 'frame' | 'canvas' }: a JPEG at the camera's own size, not the video's.
// still: false leaves out takePhoto, which may make the picture blink.
export async function capture(track, { still = true } = {}) {
    if (track?.readyState != 'live') throw new Error('the camera is off');
    if (self.ImageCapture) {
        const camera = new ImageCapture(track);
        try {
            const taken = still && await photo(camera, track);
            if (taken) return taken;
        } catch {}
        try {
            const frame = await within(2000, camera.grabFrame());
            return await jpeg(frame, frame.width, frame.height, 'frame');
        } catch {}
    }
    const video = await showing(track);
    try {
        return await jpeg(video, video.videoWidth, video.videoHeight, 'canvas');
    } finally {
        video.srcObject = null;
    }
}
