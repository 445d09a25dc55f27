// The manager's figures renew themselves, unless somebody is about to press something in them.
import { $ } from "./kit/dom.js";
import { tidy } from "./console/tidy.js";

function renew(figures) {
    let known = tidy(figures.innerHTML);
    setInterval(async () => {
        if (document.hidden || figures.contains(document.activeElement)) return;
        try {
            const answer = await fetch(figures.dataset.muat, { headers: { Accept: 'application/json' } }), html = await answer.text();
            if (!answer.ok || answer.redirected || tidy(html) == known) return;
            known = tidy(html);
            figures.innerHTML = html;
        } catch {}
    }, 5000);
}

if ($('[data-muat]')) renew($('[data-muat]'));
