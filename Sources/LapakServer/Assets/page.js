// Every page's script. It only adds to what works without it.
import { showOwnClock, countDown } from "./page/clock.js";
import { keepDrafts } from "./page/drafts.js";
import { tendForms } from "./page/forms.js";
import { watchLine } from "./page/line.js";

tendForms();
keepDrafts();
countDown();
showOwnClock();
watchLine();
