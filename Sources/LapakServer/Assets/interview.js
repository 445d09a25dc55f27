// The member's side of an interview. Steps are the server's markup; here they are fetched and put in place, and camera, voice and photos
// are tended. Without it every step is a plain form.
import { $ } from "./kit/dom.js";
import { Interview } from "./interview/interview.js";

if ($('#panggung') && window.RTCPeerConnection) new Interview().begin();
