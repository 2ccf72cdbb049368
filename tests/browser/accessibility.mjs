// Every page, in every way it is looked at: no violation, nothing faint, nothing cut off, valid, small.
import assert from "node:assert/strict";
import test from "node:test";
import {gzipSync} from "node:zlib";
import {HtmlValidate} from "html-validate";
import {faintTexts} from "./contrast.mjs";
import {pages, problems} from "./pages.mjs";
import {archive, close, open, violations} from "./support.mjs";

const kDesk = {width: 1280, height: 800};
const looks = {
  "in light": {colorScheme: "light", viewport: kDesk},
  "in dark": {colorScheme: "dark", viewport: kDesk},
  "at 360 px": {colorScheme: "light", viewport: {width: 360, height: 720}},
  "at 768 px": {colorScheme: "light", viewport: {width: 768, height: 1024}},
  // A browser's zoom of 200 % halves the width that a page has.
  "at 200 %": {colorScheme: "light", viewport: {width: 640, height: 400}},
};
const kMaxPageBytes = 30 * 1024;
const kMaxEmbedBytes = 4 * 1024;
const kPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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

const answerTo = (address) => fetch(archive.url + address, {headers: {Accept: "text/html"}});
const bytesOf = async (address) => Buffer.from(await (await answerTo(address)).arrayBuffer());

const overflow = (page) => page.evaluate(
  () => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// What criterion 10.12 lets a reader do to any text.
const spaceOut = (page) => page.evaluate(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; " +
    "word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [sheet];
});

// What stays at a window's edge may cover a target at one height of the window and spare it at another.
test("the boxes of a list can be hit in a window of any size", async () => {
  const page = await open(pages["themes to choose"]);
  for (const width of [320, 360, 480, 768, 1024, 1280]) {
    for (const height of [600, 608, 616, 624, 632]) {
      await page.setViewportSize({width, height});
      assert.deepEqual(await violations(page), [], `${width} × ${height} px`);
    }
  }
  await close(page);
});

for (const [name, address] of Object.entries(pages)) {
  test(`${name} has no violation however it is looked at`, async (t) => {
    const page = await open(address);
    // What is folded is a page's too.
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    for (const [look, {colorScheme, viewport}] of Object.entries(looks)) {
      await t.test(look, async () => {
        await page.emulateMedia({colorScheme});
        await page.setViewportSize(viewport);
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(await faintTexts(page), []);
        assert.ok(await overflow(page) <= 0, "it scrolls sideways");
      });
    }
    await t.test("at 320 px, then with letters and lines spaced out", async () => {
      await page.setViewportSize({width: 320, height: 600});
      assert.ok(await overflow(page) <= 0, "it scrolls sideways");
      await spaceOut(page);
      assert.ok(await overflow(page) <= 0, "spaced out it scrolls sideways");
    });
    await close(page, {faults: !problems.has(name)});
  });

  test(`${name} is valid HTML and leads to the search first`, async () => {
    const html = String(await bytesOf(address));
    assert.match(html, /<nav aria-label="Rubriques">\s*<ul>\s*<li><a href="\/">Rechercher<\/a>/);
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((result) => result.messages);
    assert.deepEqual(messages.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`), []);
  });

  test(`${name} is light and allows itself nothing else`, async () => {
    assert.equal((await answerTo(address)).headers.get("Content-Security-Policy"), kPolicy);
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

test("results are printed with their question and without their buttons", async () => {
  const page = await open(pages["results with filters"], {colorScheme: "dark"});
  await page.emulateMedia({media: "print"});
  const isSeen = (selector) => page.locator(selector).first().evaluate(
    (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1);
  for (const seen of ["main h1", ".hits h3", ".tags a", ".bars"]) assert.ok(await isSeen(seen), seen);
  for (const unseen of [".search button", ".facets", ".range"]) assert.ok(!await isSeen(unseen), unseen);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(paper, "rgb(255, 255, 255)");
  await close(page);
});
