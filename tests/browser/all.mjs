// Runs every browser test: `node all.mjs`. PRESSOIR_BIN_DIR says where the programs are, CHROMIUM
// where the browser is.
import {after} from "node:test";
import "./journeys.mjs";
import "./embed.mjs";
import "./accessibility.mjs";
import {closeAll} from "./support.mjs";

after(closeAll);
