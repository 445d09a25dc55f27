// What is on its way stays on this device until it has arrived, marked with its claim.
const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open('berkas', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('kirim', { keyPath: 'key' });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = fail;
});

// Undefined where the browser keeps nothing.
async function shelf(act) {
    try {
        const base = await open();
        return await new Promise((done, fail) => {
            const change = base.transaction('kirim', 'readwrite'), asked = act(change.objectStore('kirim'));
            change.oncomplete = () => {
                base.close();
                done(asked.result);
            };
            change.onabort = change.onerror = fail;
        });
    } catch {}
}

export const keep = one => shelf(store => store.put(one));
export const drop = one => shelf(store => store.delete(one.key));
export const kept = async () => await shelf(store => store.getAll()) || [];
