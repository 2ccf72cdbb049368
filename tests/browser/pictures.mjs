// The pictures of the README, from the sample: `tests/browser/run pictures` writes them to
// web/pictures. Not a test: it is run when the look changes.
import {mkdirSync} from "node:fs";
import path from "node:path";
import {closeAll, open, root} from "./support.mjs";

const folder = path.join(root, "web/pictures");
const shots = {
  "search": ["/?q=industrie", {viewport: {width: 1280, height: 900}}],
  "timeline": ["/?q=industrie&from=2012-06-21&to=2014-03-30",
    {viewport: {width: 1280, height: 440}, colorScheme: "dark"}],
};

mkdirSync(folder, {recursive: true});
for (const [name, [address, options]] of Object.entries(shots)) {
  const page = await open(address, options);
  await page.screenshot({path: path.join(folder, `${name}.png`)});
  await page.context().close();
}
await closeAll();
