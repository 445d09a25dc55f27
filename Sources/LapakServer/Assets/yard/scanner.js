import { $ } from "../kit/dom.js";
import { rest } from "../kit/time.js";

// The ticket under the camera, where the browser reads codes.
export function tendScanner(network) {
    const button = $('#pindai');
    if (!button || !('BarcodeDetector' in self) || !navigator.mediaDevices) return;
    let stream = null;
    const stop = () => {
        stream?.getTracks().forEach(track => track.stop());
        stream = null;
        $('#kamera').hidden = true;
    };
    const scan = async () => {
        const reader = new BarcodeDetector({ formats: ['qr_code'] }), film = $('#gambar');
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        $('#kamera').hidden = false;
        film.srcObject = stream;
        await film.play();
        while (stream) {
            const [found] = await reader.detect(film).catch(() => []);
            if (found) {
                stop();
                return take(found.rawValue, network);
            }
            await rest(200);
        }
    };
    button.hidden = false;
    $('#tutup').onclick = () => {
        stop();
        button.focus();
    };
    button.onclick = () => scan().catch(() => {
        stop();
        $('#lihat').textContent = '';
        $('#cari').focus();
    });
}

function take(code, network) {
    if (network.isLive) {
        $('#cari').value = code;
        $('#f-cari').requestSubmit();
    } else {
        const { nomor: field } = $('#f-luring').elements;
        field.value = code;
        field.focus();
    }
}
