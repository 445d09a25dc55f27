import { $ } from "../kit/dom.js";

export const root = $('[data-konsol]');
// A manager who looks on cannot do anything here.
export const mayAct = !!root && !('lihat' in root.dataset);

export const address = verb => root.dataset.isi.replace('/isi', verb && '/' + verb);
// `key` names a seat with whoever sits there; its panel and its pictures have it in their ids.
export const panelOf = key => key == null ? null : document.getElementById('panel-' + key);
export const keyOfSeat = seat => $(`#panel>[data-kursi="${seat}"]`)?.id.slice('panel-'.length);

export function tell(words) {
    $('#kabar').textContent = '';
    $('#kabar').textContent = words;
}

export function alarm(words) {
    $('#galat').textContent = words;
}

export const isTyping = target => target?.closest?.('textarea,select,input:not([type=hidden])');
