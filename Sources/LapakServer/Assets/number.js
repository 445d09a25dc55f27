// The page of a number renews what changed. Without it the page renews itself as a whole.
import { $ } from "./kit/dom.js";
import { NumberPage } from "./number/page.js";

if ($('#nomor') && window.EventSource) new NumberPage($('#nomor'));
