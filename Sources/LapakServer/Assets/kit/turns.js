// A function that runs one at a time: asked for meanwhile, it runs once more afterwards. What it throws is its own business.
export function oneAtATime(work) {
    let isRunning = false, isAskedAgain = false;
    return async function run() {
        if (isRunning) {
            isAskedAgain = true;
            return;
        }
        isRunning = true;
        try { await work(); } catch {}
        isRunning = false;
        if (isAskedAgain) {
            isAskedAgain = false;
            run();
        }
    };
}
