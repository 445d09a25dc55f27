// Small things that the browser keeps, in `localStorage` or `sessionStorage`; where it keeps nothing, all goes on without.
export function recall(key, store = 'localStorage') {
    try { return self[store].getItem(key); } catch (fault) { return null; }
}

export function keep(key, value, store = 'localStorage') {
    try { self[store].setItem(key, value); } catch (fault) { return; }
}

export function forget(key, store = 'localStorage') {
    try { self[store].removeItem(key); } catch (fault) { return; }
}
