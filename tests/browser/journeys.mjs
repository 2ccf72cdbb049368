// What people do: a journalist, someone with a keyboard only, someone without JavaScript.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import test from "node:test";
import {pages} from "./pages.mjs";
import {archive, close, open} from "./support.mjs";

const total = (page) => page.locator("#resultats").textContent();
const parameters = (page) => new URL(page.url()).searchParams;

// What a link leads to, as text.
async function behind(link) {
  const address = await link.evaluate((element) => element.href);
  return (await link.page().request.get(address)).text();
}

// A document in which two paragraphs at least have one of the words.
async function longDocument() {
  const search = await fetch(`${archive.url}/api/v1/search?count=20&fields=id,text&q=industrie&facets=`);
  const {results} = await search.json();
  const {id} = results.find(({text}) => text.split("\n").filter((line) => /industri/i.test(line)).length > 2);
  return `/documents/${id}?q=industrie`;
}

test("a journalist finds a sentence, narrows, opens, cites and follows", async () => {
  const page = await open("/", {permissions: ["clipboard-read", "clipboard-write"]});
  await page.fill("#q", "pôles de compétitivité");
  await page.click("form.search button");
  await page.waitForURL(/q=/);
  assert.match(await page.locator(".reading").first().textContent(), /Textes contenant/);

  await page.locator("#facette-minister a").first().click();
  await page.waitForURL(/minister=/);
  assert.equal(await page.locator(".tags li").count(), 1);

  await page.locator(".bars a[data-from]").first().click();
  await page.waitForURL(/from=/);
  assert.equal(parameters(page).get("from"), parameters(page).get("to"));
  const found = await total(page);
  const results = page.url();

  await page.locator(".hits h3 a").first().click();
  await page.waitForURL(/documents/);
  assert.ok(await page.locator("mark").count() > 0);
  await page.getByRole("button", {name: "Copier la citation"}).click();
  await page.getByText("Copiée.").waitFor();
  const citation = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(citation, /«\u00a0.+\u00a0».+https?:/);
  assert.equal(citation, await page.locator(".citation").textContent());
  assert.match(await behind(page.getByRole("link", {name: "RIS", exact: true})), /^TY  - /);
  assert.match(await behind(page.getByRole("link", {name: "BibTeX"})), /^@/);

  await page.locator(".back a").click();
  await page.waitForURL(results);
  assert.equal(await total(page), found);

  await page.getByText("Suivre, exporter").click();
  const feed = await behind(page.getByRole("link", {name: "Atom"}));
  assert.equal(feed.match(/<entry>/g).length, Number(found.match(/\d+/)[0]));
  assert.equal(feed, await behind(page.locator("head link[type='application/atom+xml']")));
  await close(page);

  // The address is all of the search: whoever gets it sees the same.
  const elsewhere = await open(results);
  assert.equal(await total(elsewhere), found);
  await close(elsewhere);
});

test("from passage to passage, with JavaScript and without", async () => {
  const address = await longDocument();
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(address, {javaScriptEnabled, viewport: {width: 1280, height: 500}});
    await page.locator(".found a").first().click();
    assert.match(page.url(), /#passage-1$/);
    assert.ok(await page.locator("#passage-2 .steps").isHidden());
    await page.getByRole("link", {name: "passage suivant"}).click();
    assert.match(page.url(), /#passage-2$/);
    await page.getByRole("link", {name: "passage précédent"}).click();
    assert.match(page.url(), /#passage-1$/);
    if (javaScriptEnabled) {
      await page.getByRole("link", {name: "suivant", exact: true}).click();
      await page.getByText(/\(2 sur \d+\)/).waitFor();
      assert.match(page.url(), /#passage-2$/);
    }
    await close(page);
  }
});

test("passages lead from one part of a long text to the next", async () => {
  const page = await open(pages["the beginning of a long document"]);
  await page.locator(".found a").first().click();
  for (let i = 0; i < 30 && !page.url().includes("part=2"); ++i) {
    await page.getByRole("link", {name: "suivant", exact: true}).click();
  }
  assert.match(page.url(), /part=2#passage-\d+$/);
  assert.ok(await page.locator(":target mark").isVisible());
  await page.getByRole("link", {name: "précédent", exact: true}).click();
  await page.waitForURL((url) => !url.search.includes("part="));
  await page.getByRole("link", {name: "Suite du texte"}).click();
  await page.waitForURL(/part=2$/);
  await close(page);
});

test("going back and forward gives each state again", async () => {
  const page = await open("/?q=industrie");
  const first = await total(page);
  await page.locator("#facette-type a").first().click();
  await page.waitForURL(/type=/);
  const second = await total(page);
  await page.goBack();
  assert.equal(await total(page), first);
  await page.goForward();
  assert.equal(await total(page), second);
  await page.locator(".tags a").first().click();
  await page.waitForURL((url) => !url.search.includes("type="));
  assert.equal(await total(page), first);
  await close(page);
});

test("several ministers are chosen among all, after a search in the list", async () => {
  const page = await open("/");
  await page.goto(new URL("/valeurs?facet=minister", page.url()).href);
  const names = await page.locator(".entries label").count();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("checkbox").nth(1).check();
  await page.getByRole("button", {name: "Appliquer"}).click();
  await page.waitForURL(/minister=/);
  assert.equal(parameters(page).getAll("minister").length, 2);
  assert.ok(names > 8);
  await close(page);
});

test("dragging over the timeline chooses the period", async () => {
  const page = await open("/?q=industrie", {viewport: {width: 1280, height: 900}});
  const bars = page.locator("[data-from]");
  const from = await bars.nth(2).getAttribute("data-from");
  const to = await bars.nth(6).getAttribute("data-to");
  const middle = async (i) => {
    const box = await bars.nth(i).locator(".slot").boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  await page.mouse.move(...await middle(2));
  await page.mouse.down();
  await page.mouse.move(...await middle(6), {steps: 5});
  assert.equal(await page.locator(".dragged").count(), 5);
  await page.mouse.up();
  await page.waitForURL(/from=/);
  assert.equal(parameters(page).get("from"), from);
  assert.equal(parameters(page).get("to"), to);
  await close(page);
});

test("a dead end says why and leads out", async () => {
  const page = await open("/?q=industrie+xylophonique&match=all");
  assert.match(await page.locator(".empty p").textContent(), /xylophonique/);
  const way = page.locator(".empty a").first();
  const promised = (await way.textContent()).match(/\d+/)[0];
  await way.click();
  await page.waitForURL((url) => !url.search.includes("xylophonique"));
  assert.equal((await total(page)).match(/\d+/)[0], promised);
  await close(page);
});

test("offers appear while typing and the arrow keys choose", async () => {
  const page = await open("/");
  await page.locator("#q").pressSequentially("industr");
  await page.locator(".offers li").first().waitFor();
  assert.equal(await page.locator("#q").getAttribute("aria-expanded"), "true");
  assert.match(await page.locator(".box [role=status]").textContent(), /^\d+ propositions?$/);
  await page.keyboard.press("ArrowDown");
  const active = await page.locator("#q").getAttribute("aria-activedescendant");
  assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Escape");
  assert.ok(await page.locator(".offers").isHidden());
  assert.equal(await page.locator(".box [role=status]").textContent(), "");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=industri/);
  await close(page);
});

// Tabs until what has the focus matches; what has it must show so.
async function reach(page, selector) {
  for (let i = 0; i < 200; ++i) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) break;
  }
  const shown = await page.evaluate((s) => document.activeElement.matches(s) &&
    (getComputedStyle(document.activeElement).outlineStyle !== "none" ||
     getComputedStyle(document.activeElement.querySelector(".slot") ?? document.body).strokeWidth === "2px"), selector);
  assert.ok(shown, `${selector} is not reached or does not show it`);
}

test("with a keyboard only: skip, search, filter, choose a period, open", async () => {
  const page = await open("/");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(":focus").textContent(), "Aller au contenu");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(":focus").getAttribute("id"), "q");
  await page.keyboard.type("industrie");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=industrie/);

  await reach(page, ".time .skip");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(":focus").textContent(), "En tableau");
  await reach(page, "#from");
  await page.keyboard.type("2005");
  await page.keyboard.press("Enter");
  await page.waitForURL(/from=2005/);
  await reach(page, ".bars a[data-from]");
  await reach(page, ".bars .term");

  await reach(page, "#facette-minister a");
  await page.keyboard.press("Enter");
  await page.waitForURL(/minister=/);
  await reach(page, ".filters .skip");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.locator(".summary :focus").isVisible());
  await reach(page, ".menu summary");
  await page.keyboard.press("Enter");
  assert.ok(await page.getByRole("link", {name: "Tableau CSV"}).isVisible());
  await reach(page, ".hits h3 a");
  await page.keyboard.press("Enter");
  await page.waitForURL(/documents/);
  await close(page);
});

test("with a keyboard only: several themes, then from passage to passage", async () => {
  const page = await open("/valeurs?facet=theme&q=industrie");
  await reach(page, ".entries input");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await reach(page, ".apply button");
  await page.keyboard.press("Enter");
  await page.waitForURL(/theme=/);
  assert.equal(parameters(page).getAll("theme").length, 2);

  await page.goto(archive.url + await longDocument());
  await reach(page, ".found a");
  await page.keyboard.press("Enter");
  await reach(page, ".steps a");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#passage-2$/);
  await close(page);
});

test("two questions are compared, seen as lines, zoomed and downloaded", async () => {
  const page = await open("/?q=industrie", {viewport: {width: 1280, height: 900}});
  await page.getByRole("link", {name: "comparer dans le temps"}).click();
  await page.waitForURL(/comparer/);
  assert.equal(await page.locator("polyline").count(), 1);
  await page.fill("#q2", "emploi");
  await page.getByRole("button", {name: "Comparer"}).click();
  await page.waitForURL(/q=emploi/);
  assert.deepEqual(parameters(page).getAll("q").filter(Boolean), ["industrie", "emploi"]);
  assert.equal(await page.locator(".legend li").count(), 2);
  assert.deepEqual(await page.locator(".ends text").allTextContents(), ["1 industrie", "2 emploi"]);

  const loaded = page.waitForEvent("download");
  await page.getByRole("link", {name: "Tableau CSV"}).click();
  const lines = readFileSync(await (await loaded).path(), "utf8").trim().split("\r\n");
  assert.equal(lines[0], "q,start,count,documents,share");
  const periods = await page.locator(".wide-table tbody tr").count();
  assert.equal(lines.length, 1 + 2 * (periods + 1)); // and what is undated
  const counted = lines.filter((line) => line.startsWith("industrie,"))
    .reduce((sum, line) => sum + Number(line.split(",")[2]), 0);
  assert.match(await page.locator(".legend .count").first().textContent(), new RegExp(`^${counted}\u00a0texte`));

  const slots = page.locator("a[data-from]");
  const from = await slots.nth(3).getAttribute("data-from");
  await slots.nth(3).click();
  await page.waitForURL(/from=/);
  assert.equal(parameters(page).get("from"), from);
  assert.deepEqual(parameters(page).getAll("q"), ["industrie", "emploi"]);
  await close(page);
});

test("dragging over the curves chooses the period, without JavaScript the fields do", async () => {
  const page = await open("/comparer?q=industrie&q=emploi", {viewport: {width: 1280, height: 900}});
  const slot = (i) => page.locator("[data-from]").nth(i);
  const [from, to] = [await slot(2).getAttribute("data-from"), await slot(5).getAttribute("data-to")];
  const middle = async (i) => {
    const box = await slot(i).locator(".slot").boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  await page.mouse.move(...await middle(2));
  await page.mouse.down();
  await page.mouse.move(...await middle(5), {steps: 5});
  await page.mouse.up();
  await page.waitForURL(/from=/);
  assert.deepEqual([parameters(page).get("from"), parameters(page).get("to")], [from, to]);
  await close(page);

  const plain = await open("/comparer", {javaScriptEnabled: false});
  await plain.fill("#q1", "industrie");
  await plain.fill("#from", "01/2012");
  await plain.selectOption("#interval", "year");
  await plain.click("form button");
  assert.match(await plain.locator("#courbes").textContent(), /par année, de 2012/);
  assert.ok(await plain.locator("polyline").isVisible());
  await close(plain);
});

test("the picture of a comparison stands alone", async () => {
  const answer = await fetch(archive.url + "/comparer.svg?q=industrie&q=emploi");
  const svg = await answer.text();
  const alone = await open("data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg));
  assert.equal(await alone.locator("polyline").count(), 2);
  const colours = await alone.locator("polyline").evaluateAll(
    (lines) => lines.map((line) => getComputedStyle(line).stroke));
  assert.equal(new Set(colours).size, 2);
  assert.match(await alone.locator("text.source").textContent(), /^Source : Pressoir/);
  await close(alone);
});

test("without JavaScript everything but typing help works", async () => {
  const page = await open("/", {javaScriptEnabled: false});
  await page.fill("#q", "industrie");
  await page.click("form.search button");
  assert.match(await total(page), /texte/);
  await page.locator("#facette-type a").first().click();
  await page.fill("#from", "1998");
  await page.fill("#to", "12/2024");
  await page.click(".dates button");
  assert.equal(await page.locator(".tags li").count(), 3); // two filters and "Tout retirer"
  await page.locator(".hits h3 a").first().click();
  assert.ok(await page.locator("article").isVisible());
  await close(page);
});

test("a slow archive leaves the form and the page at work", async () => {
  const page = await open("/?q=industrie");
  await page.route("**/api/v1/suggest*", () => {});
  await page.locator("#q").fill("");
  await page.locator("#q").pressSequentially("forêt");
  await page.waitForTimeout(300);
  assert.equal(await page.locator("#q").getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=for%C3%AAt/);
  await close(page);
});

test("a page without its style and its scripts can still be read and used", async () => {
  const page = await open("/");
  await page.route("**/static/**", (route) => route.abort());
  await page.route("**/embed.js", (route) => route.abort());
  await page.goto(`${archive.url}/?q=industrie`);
  await page.locator(".hits h3 a").first().click();
  await page.waitForURL(/documents/);
  await close(page, {faults: false});
});

test("a year opens by month, a month by day, and each leads back", async () => {
  const page = await open("/?q=industrie");
  const bar = (nth) => page.locator(".bars a[data-from]").nth(nth);
  await bar(0).click();
  await page.waitForURL(/from=\d{4}&/);
  await page.locator('.bars a.on[data-from*="-"]').first().click();
  await page.waitForURL(/from=\d{4}-\d\d&/);
  const day = page.locator(".bars a.on[data-from]").first();
  assert.match(await day.getAttribute("data-from"), /^\d{4}-\d\d-\d\d$/);
  await day.click();
  await page.waitForURL(/from=\d{4}-\d\d-\d\d&/);
  assert.match(await page.inputValue("#from"), /^\d\d\/\d\d\/\d{4}$/);
  await page.getByRole("link", {name: "toute la période"}).click();
  await page.waitForURL((url) => !url.search.includes("from="));
  await close(page);
});

test("a phone opens the filters from a button that says how many are on", async () => {
  const page = await open("/?q=industrie&type=discours", {viewport: {width: 360, height: 720}});
  const button = page.locator(".filters-switch summary");
  assert.match(await button.textContent(), /Filtres \(1\u00a0actif\)/);
  assert.ok(await page.locator(".facets").isHidden());
  await button.click();
  assert.ok(await page.locator(".facets").isVisible());
  await close(page);
});

test("a very long question is refused with a way on, a long one stays small", async () => {
  const page = await open("/");
  const refused = await page.request.get(archive.url + "/?q=" + "mot+".repeat(2_500), {headers: {Accept: "text/html"}});
  assert.equal(refused.status(), 400);
  assert.match(await refused.text(), /trop longue/);
  const long = await page.request.get(archive.url + "/?q=" + "mot+".repeat(300), {headers: {Accept: "text/html"}});
  assert.equal(long.status(), 200);
  assert.ok((await long.body()).length < 600_000);
  await close(page);
});
