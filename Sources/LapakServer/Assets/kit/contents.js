import { say } from "./words.js";

// What is said of a file that was changed, moved or taken away after it was chosen: browsers do not read it any more.
export const CHANGED = say(
    'Berkas ini berubah setelah dipilih, jadi tidak dapat dibaca lagi. Pilih sekali lagi.',
    'This file changed after it was chosen, so it cannot be read any more. Choose it again.');

// The bytes of a chosen file; null for one that cannot be read any more.
export const contents = file => file.arrayBuffer().catch(() => null);
