import { step } from "../interview/stage.js";

const voice = new Audio();

// The spoken sentence, the same as on the screen, or another clip.
export function say(clip = step().suara) {
    voice.pause();
    if (!clip) return;
    voice.src = clip;
    voice.play().catch(() => {});
}
