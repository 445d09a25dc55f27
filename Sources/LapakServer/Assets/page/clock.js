import { $, $$ } from "../kit/dom.js";
import { twoDigits } from "../kit/time.js";
import { isEnglish, say } from "../kit/words.js";

// Times that run out are counted down by the server's clock, whatever the phone's own says.
export function countDown() {
    const skew = Date.parse($('meta[name=now]')?.content || Date()) - Date.now();
    const tick = () => {
        for (const time of $$('time[data-until]')) {
            time.textContent = left((Date.parse(time.dataset.until) - Date.now() - skew) / 1000);
        }
    };
    tick();
    setInterval(tick, 1000);
}

function left(duration) {
    const seconds = Math.max(0, Math.round(duration));
    const minutes = seconds / 60 | 0, hours = minutes / 60 | 0, days = hours / 24 | 0;
    const words = days >= 2 ? days + say(' hari', ' days')
        : hours ? hours + say(' jam ', ' h ') + minutes % 60 + say(' menit', ' min')
        : minutes ? minutes + say(' menit', ' min')
        : seconds + say(' detik', ' s');
    return words + say(' lagi', ' left');
}

// Someone in another zone sees their own clock beside the branch's.
export function showOwnClock() {
    for (const time of $$('time[data-zone]')) {
        const date = new Date(time.dateTime), own = -date.getTimezoneOffset();
        if (own == time.dataset.zone) continue;
        const zone = { 420: 'WIB', 480: 'WITA', 540: 'WIT' }[own] || '';
        const clock = twoDigits(date.getHours()) + (isEnglish ? ':' : '.') + twoDigits(date.getMinutes());
        time.after(say(` (pukul ${clock} ${zone} di tempat Anda)`, ` (${clock} ${zone} where you are)`));
    }
}
