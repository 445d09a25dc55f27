// A page that waits for a code learns that its message was refused, without losing what is being typed.
import { watchRefusal } from "./code/refusal.js";

watchRefusal();
