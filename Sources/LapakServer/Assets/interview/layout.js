import { show, write } from "../kit/changes.js";
import { $ } from "../kit/dom.js";
import { stage, step } from "./stage.js";

// What is where: papers are photographed large, else the officer is large while they are with the member; meanwhile no picture comes.
export function arrange(interview, isMoved) {
    const { attention, camera, officer, shot } = interview, { keadaan: state, bentuk: shape } = step();
    const isEarly = ['lobby', 'called'].includes(state), shoots = camera.shootsPapers, isSeen = !!camera.eye;
    const showsOfficer = officer.videoWidth && ['focus', 'all'].includes(attention) && !isEarly;
    $('#panggung').hidden = false;
    stage.tata = shoots || !showsOfficer ? 'kamera' : 'petugas';
    $('#layar').classList.toggle('kecil', ['filling', 'summary'].includes(state));
    if (shot.taken && !shoots) shot.drop();
    const photo = shot.taken, canShoot = shoots && isSeen && !photo;
    show($('#layar'), isSeen || showsOfficer || photo);
    show(officer, showsOfficer);
    show($('#kamera'), isSeen && !photo);
    show($('#lihat'), photo);
    show($('#bingkai'), canShoot);
    $('#bingkai').className = shape || '';
    show($('#nyalakan'), !isSeen && !camera.isStarting && (camera.isWanted || shoots));
    show($('#ambil'), canShoot);
    show($('#pakai'), photo);
    show($('#ulangi'), photo);
    show($('#putar'), canShoot && camera.count > 1);
    show($('#uji'), state == 'lobby' && camera.isTested);
    // While the decision stands to be taken back, the officer goes on to somebody else.
    const isSilent = isEarly || !attention || state == 'deciding' && attention == 'hold';
    write($('#mode'), isSilent ? '' : words(attention, camera.stream));
    if (isMoved) move(camera, isSeen);
}

const words = (attention, stream) => stage[{ focus: stream ? 'fokus' : 'bersama', all: 'semua' }[attention] || 'hold'];

function move(camera, isSeen) {
    const plain = $('#tanpa-kamera');
    if (plain && isSeen) plain.open = false;
    camera.turn();
}
