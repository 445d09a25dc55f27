// Keys, the picture's view and the sign of life at the pre-check desk. Every action is a plain form without it.
import { tendKeys } from "./desk/keys.js";
import { signOfLife } from "./desk/life.js";
import { tendPicture } from "./desk/picture.js";

tendKeys();
tendPicture();
signOfLife();
