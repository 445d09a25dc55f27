// A booth in a branch. The server says who it is for; here the page follows, speaks, tends the camera, and forgets. The camera is on while
// the booth is in order; the line to the officer stands only while somebody sits here.
import { $ } from "./kit/dom.js";
import { Booth } from "./booth/booth.js";

if ($('#panggung') && window.RTCPeerConnection) new Booth().begin();
