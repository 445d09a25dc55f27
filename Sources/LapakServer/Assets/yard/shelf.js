// Three stores on the tablet: checks ('cek'), photos ('foto'), and small things ('laci': the block of numbers).
const STORES = { cek: 'kunci', foto: 'kunci', laci: 'nama' };

const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open('halaman', 1);
    asked.onupgradeneeded = () => {
        for (const name in STORES) asked.result.createObjectStore(name, { keyPath: STORES[name] });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
});

// One transaction over all stores, all or nothing: `act` gets a function from a name to its store, and one that takes the result.
export async function shelf(mode, act) {
    const base = await open();
    try {
        return await new Promise((done, fail) => {
            const change = base.transaction(Object.keys(STORES), mode);
            let result;
            change.oncomplete = () => done(result);
            change.onabort = change.onerror = () => fail(change.error);
            act(name => change.objectStore(name), value => result = value);
        });
    } finally {
        base.close();
    }
}

export const all = name => shelf('readonly', (store, give) => {
    store(name).getAll().onsuccess = event => give(event.target.result);
});

export const drawer = name => shelf('readonly', (store, give) => {
    store('laci').get(name).onsuccess = event => give(event.target.result);
});

export const put = (name, one) => shelf('readwrite', store => store(name).put(one));
export const drop = (name, key) => shelf('readwrite', store => store(name).delete(key));
export const empty = name => shelf('readwrite', store => store(name).clear());
