// Sends a paper in pieces (tus 1.0) that survive a bad line, a closed tab and a restarted phone. Without it the page is a plain form.
import { $ } from "./kit/dom.js";
import { PaperForm } from "./papers/form.js";
import { PaperList } from "./papers/list.js";
import { Progress } from "./papers/progress.js";
import { Sending } from "./papers/sending.js";
import { drop, kept } from "./papers/shelf.js";

const DAY = 864e5;

// Goes on with what a closed tab left behind; what is another claim's, or old, is thrown away.
async function goOn(sending, paper) {
    for (const one of await kept()) {
        if (one.claim != $('#kirim').dataset.klaim || Date.now() - one.since > DAY) await drop(one);
        else if (!paper || one.paper == paper) await sending.run(one);
    }
}

async function begin() {
    const form = $('#f-foto'), list = $('#daftar') && new PaperList($('#daftar'));
    const sending = new Sending(new Progress(), { form, list });
    if (form && self.indexedDB) new PaperForm(form, sending);
    await goOn(sending, form?.dataset.dokumen);
    list?.watch();
}

if ($('#kirim')) begin();
