// How much of a picture is sent, in steps: [bits per second, height, pictures per second].
// What members send, what the officer sends, and what a member sends on a thin line.
export const SENT = { focus: [1200e3, 720, 24], thumb: [120e3, 180, 8], doc: [2500e3, 1080, 8] };
export const SHOWN = { focus: [500e3, 360, 15], all: [80e3, 180, 5], hold: null };
export const LADDER = [[0, 180, 8], [130e3, 270, 10], [250e3, 360, 15], [600e3, 540, 20], [1000e3, 720, 24]];

// Bits, size and pictures per second of what a sender sends; null: nothing. Never a new negotiation.
export async function shape(sender, form) {
    const all = sender.getParameters(), one = all.encodings?.[0];
    if (!one) return;
    one.active = !!form;
    if (form) {
        const { width = 0, height = 0 } = sender.track?.getSettings() || {};
        [one.maxBitrate, , one.maxFramerate] = form;
        one.scaleResolutionDownBy = Math.max(1, Math.min(width, height) / form[1]);
    }
    // Otherwise the picture starts small and takes ten seconds to become sharp.
    all.degradationPreference = 'maintain-resolution';
    await sender.setParameters(all);
}

// One change of a sender at a time; what is asked in between is decided when its turn comes.
export function queue() {
    let turn = Promise.resolve();
    return work => turn = turn.then(work).catch(() => {});
}

export const track = (stream, kind) => stream?.getTracks().find(one => one.kind == kind && one.readyState == 'live') || null;
export const put = (sender, track) => sender.track === track ? undefined : sender.replaceTrack(track);

// VP8 before H.264 before the rest: what every phone encodes, and cheaply.
export function prefer(transceiver) {
    const codecs = RTCRtpReceiver.getCapabilities?.('video')?.codecs;
    const rank = codec => (['video/vp8', 'video/h264'].indexOf(codec.mimeType.toLowerCase()) + 3) % 3;
    try { transceiver.setCodecPreferences([...codecs].sort((a, b) => rank(a) - rank(b))); } catch {}
}
