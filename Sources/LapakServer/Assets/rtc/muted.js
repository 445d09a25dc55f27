// A shorter silence is the browser's own business. Milliseconds.
const SHORT = 1000;

// The system takes a microphone or camera away for a while: a phone call, another app, a switch at the device. The track lives on, and is
// muted. `tell('audio')`, `tell('video')` when that lasts, `tell('')` when it is over.
export function watchMuted(stream, tell) {
    let told = '', timer;
    const is = kind => stream.getTracks().some(track => track.kind == kind && track.readyState == 'live' && track.muted);
    const look = () => {
        const muted = ['audio', 'video'].find(is) || '';
        if (muted != told) tell(told = muted);
    };
    const soon = () => {
        clearTimeout(timer);
        timer = setTimeout(look, SHORT);
    };
    for (const track of stream.getTracks()) track.onmute = track.onunmute = soon;
    soon();
}
