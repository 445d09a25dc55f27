import { show, write } from "../kit/changes.js";
import { $ } from "../kit/dom.js";
import { stage, step } from "../interview/stage.js";

// What is where.
export function arrange(booth) {
    const { attention, officer, shot } = booth, { wawancara: person, keadaan: state, bentuk: shape } = step();
    const isSeated = !!booth.seat || !!person && state != 'done', isSeen = !!booth.camera.eye, shoots = booth.wants;
    const showsOfficer = officer.videoWidth && ['focus', 'all'].includes(attention);
    if (shot.taken && !shoots) shot.drop();
    const photo = shot.taken, canShoot = shoots && isSeen && !photo;
    show($('#panggung'), isSeated && state != 'done');
    stage.tata = shoots || !showsOfficer ? 'kamera' : 'petugas';
    show($('#layar'), isSeen || photo);
    show(officer, showsOfficer);
    show($('#kamera'), isSeen && !photo);
    show($('#lihat'), photo);
    show($('#bingkai'), canShoot);
    $('#bingkai').className = shape || '';
    show($('#ambil'), canShoot);
    show($('#pakai'), photo);
    show($('#ulangi'), photo);
    write($('#mode'), !isSeated || !attention ? '' : stage[{ focus: 'fokus', all: 'semua' }[attention] || 'hold']);
    show($('#papan'), true);
    show($('#cetak'), true);
}
