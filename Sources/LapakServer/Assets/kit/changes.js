// What is right already is not written again: every write costs a look at styles and places before the next frame.
export function show(element, isShown) {
    if (element && element.hidden == !!isShown) element.hidden = !isShown;
}

export function write(element, words) {
    if (element.textContent != words) element.textContent = words;
}
