// What somebody sent, or null where it is no JSON.
export function parsed(text) {
    try { return JSON.parse(text); } catch (fault) { return null; }
}
