// One request at a time over a line that comes and goes.
export class Line {
    #request;
    #wake;

    constructor() {
        addEventListener('offline', () => this.abort());
        addEventListener('online', () => this.wake());
    }

    // The request when it was answered; thrown, with a status of 0, when it was not.
    ask(method, url, fields = {}, body, onProgress) {
        return new Promise((done, fail) => {
            const request = this.#request = new XMLHttpRequest();
            request.open(method, url);
            request.timeout = 9e4;
            const all = { 'Tus-Resumable': '1.0.0', Accept: 'application/json', ...fields };
            for (const name in all) request.setRequestHeader(name, all[name]);
            if (onProgress) request.upload.onprogress = event => onProgress(event.loaded);
            request.onload = () => done(request);
            request.onerror = request.ontimeout = request.onabort = () => fail(request);
            request.send(body);
        });
    }

    abort() {
        this.#request?.abort();
    }

    // Ends a pause before its time.
    wake() {
        this.#wake?.();
    }

    pause(milliseconds) {
        return new Promise(done => {
            this.#wake = done;
            setTimeout(done, milliseconds);
        });
    }

    online() {
        return navigator.onLine ? 0 : new Promise(done => {
            this.#wake = done;
            addEventListener('online', done, { once: true });
        });
    }
}
