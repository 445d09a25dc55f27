// The practice line, only in development: the parts of a call for whoever tries them from the browser's console, or from a test.
import { capture, open } from "./rtc/camera.js";
import { testDevices } from "./rtc/devices.js";
import { Member } from "./rtc/member.js";
import { Officer } from "./rtc/officer.js";
import { Peer } from "./rtc/peer.js";
import { Signal, inst } from "./rtc/signal.js";
import { stats } from "./rtc/stats.js";

window.LapakRTC = { inst, Signal, Peer, Officer, Member, open, capture, stats, testDevices };
