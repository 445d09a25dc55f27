// The yard's tablet. Camera for tickets, smaller photos, and work without a network: checks, photos and spare numbers stay on the tablet
// until the server has them. Without it every page of the yard is a plain form.
import { $ } from "./kit/dom.js";
import { Held } from "./yard/held.js";
import { Network } from "./yard/network.js";
import { OfflineCheck } from "./yard/offline-check.js";
import { takePhotos } from "./yard/photos.js";
import { tendScanner } from "./yard/scanner.js";
import { prepare, stay } from "./yard/stay.js";
import { Sync } from "./yard/sync.js";
import { Upkeep } from "./yard/upkeep.js";
import { carryTyped, guardLeaving } from "./yard/leaving.js";

function begin() {
    const network = new Network(), held = new Held(network), sync = new Sync(network, held, look);
    const check = $('#luring-periksa') && new OfflineCheck(network, held, sync);
    held.check = check;
    takePhotos();
    carryTyped(network);
    tendScanner(network);
    guardLeaving(held);

    const upkeep = new Upkeep(network);

    // Asks for the network, shows what turned, and sends what waits.
    async function look() {
        if (await network.look()) {
            check?.fault('');
            await held.show();
        }
        if (network.isLive) await sync.send();
        await upkeep.look();
    }

    async function settle() {
        if (check) await prepare(sync);
        $('#kirim-lagi').onclick = look;
        addEventListener('online', look);
        addEventListener('offline', look);
        setInterval(look, 15000);
        await held.show();
        await look();
        if (network.isLive) await stay().catch(() => {});
        $('#tablet').dataset.siap = 1;
    }
    settle();
}

const print = $('#cetak');
if (print) {
    print.hidden = false;
    print.onclick = () => window.print();
}
if ($('#tablet') && self.indexedDB) begin();
