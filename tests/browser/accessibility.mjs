// Every page, in every way it is looked at: no violation, nothing cut off, valid, small.
import assert from "node:assert/strict";
import test from "node:test";
import {gzipSync} from "node:zlib";
import {HtmlValidate} from "html-validate";
import {pages} from "./pages.mjs";
import {archive, close, open, violations} from "./support.mjs";

const looks = {
  "in light": {colorScheme: "light"},
  "in dark": {colorScheme: "dark"},
  "at 360 px": {viewport: {width: 360, height: 720}},
  // A browser's zoom of 200 % halves the width that a page has.
  "at 200 %": {viewport: {width: 640, height: 400}, deviceScaleFactor: 2},
};
const kMaxPageBytes = 30 * 1024;
const kMaxEmbedBytes = 4 * 1024;

// The recommended rules, without those of taste and those about parts that are not HTML's own.
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "attribute-boolean-style": "off", "doctype-style": "off", "no-trailing-whitespace": "off",
    "void-style": "off", "long-title": "off",
    // Boxes of one facet share their name, and so do the hidden fields of several values.
    "form-dup-name": "off",
    // Drawings are links with a name.
    "aria-label-misuse": ["error", {allowAnyNamable: true}],
    // `&` in text and addresses is written as it may be.
    "no-raw-characters": ["error", {relaxed: true}],
  },
});

async function bytesOf(address) {
  const answer = await fetch(archive.url + address, {headers: {Accept: "text/html"}});
  return Buffer.from(await answer.arrayBuffer());
}

for (const [name, address] of Object.entries(pages)) {
  for (const [look, options] of Object.entries(looks)) {
    test(`${name} ${look} has no violation and no horizontal scrolling`, async () => {
      const page = await open(address, options);
      assert.deepEqual(await violations(page), []);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
      await close(page, {faults: address !== "/rien"});
    });
  }

  test(`${name} is valid HTML`, async () => {
    const report = await validator.validateString(String(await bytesOf(address)));
    const messages = report.results.flatMap((result) => result.messages);
    assert.deepEqual(messages.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`), []);
  });

  test(`${name} is light`, async () => {
    let total = gzipSync(await bytesOf(address)).length;
    for (const asset of ["/static/pressoir.css", "/static/pressoir.js", "/embed.js"]) {
      total += gzipSync(await bytesOf(asset)).length;
    }
    assert.ok(total <= kMaxPageBytes, `${total} bytes`);
  });
}

test("the embedded box is light", async () => {
  const bytes = gzipSync(await bytesOf("/embed.js")).length;
  assert.ok(bytes <= kMaxEmbedBytes, `${bytes} bytes`);
});

test("results keep their marks in forced colours", async () => {
  const page = await open(pages.results, {forcedColors: "active"});
  assert.deepEqual(await violations(page), []);
  await close(page);
});
