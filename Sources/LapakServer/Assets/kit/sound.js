// Half a second of sound, and a phone shakes, if somebody has touched it: for whoever is called.
export function ring() {
    if (navigator.userActivation?.hasBeenActive != false) navigator.vibrate?.([300, 100, 300]);
    try {
        const context = new AudioContext(), tone = context.createOscillator(), volume = context.createGain();
        volume.gain.value = .2;
        tone.connect(volume).connect(context.destination);
        tone.start();
        tone.stop(context.currentTime + .5);
        tone.onended = () => context.close();
    } catch {}
}

// Said by the browser's own voice, in the language of the page, where it has one.
export function speak(text) {
    try {
        const words = new SpeechSynthesisUtterance(text);
        words.lang = document.documentElement.lang;
        speechSynthesis.speak(words);
    } catch {}
}
