// A function that runs one at a time: asked for meanwhile, it runs once more afterwards. What it throws is its own business.
export function oneAtATime(work) {
    let isRunning = false, isAskedAgain = false;
    return function run() {
        if (isRunning) {
            isAskedAgain = true;
            return Promise.resolve();
        }
        const end = () => {
            isRunning = false;
            if (!isAskedAgain) return;
            isAskedAgain = false;
            run();
        };
        isRunning = true;
        return new Promise(done => done(work())).then(end, end);
    };
}
