// The box on a portal: another origin, a strict policy, and an archive that may be down.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import http from "node:http";
import path from "node:path";
import test, {after} from "node:test";
import {archive, close, open, root, startServer, violations} from "./support.mjs";

const folder = path.join(root, "web/demonstration");
const read = (name) => readFileSync(path.join(folder, name), "utf8");

// The demonstration page, served as a portal would, in front of the archive at `server`.
async function startPortal(server) {
  const policy = `default-src 'none'; style-src 'self'; img-src data:; script-src ${server}; ` +
    `connect-src ${server}; form-action ${server}`;
  const portal = http.createServer((request, response) => {
    const isStyle = request.url.endsWith(".css");
    response.setHeader("Content-Type", isStyle ? "text/css" : "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", policy);
    response.end(isStyle ? read("portal.css")
      : read("index.html").replaceAll("http://127.0.0.1:8080", server));
  });
  await new Promise((resolve) => portal.listen(0, "localhost", resolve));
  after(() => portal.close());
  return `http://localhost:${portal.address().port}/`;
}

test("the box completes and searches from another origin", async () => {
  const page = await open(await startPortal(archive.url));
  const input = page.locator("pressoir-search.large").getByRole("combobox");
  await input.pressSequentially("industr");
  const options = page.locator("pressoir-search.large").getByRole("option");
  await options.first().waitFor();
  assert.equal(await page.locator("pressoir-search.small").getByRole("option").count(), 0);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("ArrowDown");
  assert.equal(await options.first().getAttribute("aria-selected"), "true");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.href.startsWith(archive.url));
  await close(page);
});

test("a portal's visitor types, chooses a text and reads it", async () => {
  const page = await open(await startPortal(archive.url));
  await page.locator("pressoir-search.large").getByRole("combobox").pressSequentially("industr");
  const text = page.locator("pressoir-search.large").getByRole("option").filter({hasText: "texte"}).first();
  const title = (await text.textContent()).replace(/ texte$/, "");
  await text.click();
  await page.waitForURL(/\/documents\//);
  assert.equal(await page.locator("h1").textContent(), title);
  await close(page);
});

test("the box has no violation in any look, nor a list that is cut off", async () => {
  const page = await open(await startPortal(archive.url), {viewport: {width: 320, height: 600}});
  const box = page.locator("pressoir-search.large");
  await box.getByRole("combobox").pressSequentially("industr");
  await box.getByRole("option").first().waitFor();
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 360, 640]) {
      await page.emulateMedia({colorScheme});
      await page.setViewportSize({width, height: 600});
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    }
  }
  await close(page);
});

test("typing fast asks once, and what was asked is not asked again", async () => {
  const page = await open(await startPortal(archive.url));
  const asked = [];
  page.on("request", (request) => request.url().includes("/suggest") && asked.push(request.url()));
  const input = page.locator("pressoir-search.large").getByRole("combobox");
  const offers = page.locator("pressoir-search.large").getByRole("option");
  await input.pressSequentially("industr");
  await offers.first().waitFor();
  assert.equal(asked.length, 1);
  await input.press("i");
  await page.waitForRequest(/q=industri&/);
  await input.press("Backspace");
  await page.waitForTimeout(400);
  assert.equal(asked.length, 2);
  assert.ok(await offers.first().isVisible());
  await close(page);
});

test("an archive that never answers does not keep the portal waiting", async () => {
  const silent = http.createServer(() => {});
  await new Promise((resolve) => silent.listen(0, "127.0.0.1", resolve));
  after(() => silent.closeAllConnections());
  after(() => silent.close());
  const page = await open("about:blank");
  const portal = await startPortal(`http://127.0.0.1:${silent.address().port}`);
  await page.goto(portal, {waitUntil: "domcontentloaded", timeout: 5_000});
  assert.ok(await page.locator("pressoir-search.large form").isVisible());
  await close(page);
});

test("a click chooses an offer, Enter alone sends what was typed", async () => {
  const address = await startPortal(archive.url);
  const page = await open(address);
  const box = page.locator("pressoir-search.large");
  await box.getByRole("combobox").pressSequentially("industr");
  await box.getByRole("option").first().click();
  await page.waitForURL((url) => url.href.startsWith(archive.url));
  await page.goto(address);
  await box.getByRole("combobox").fill("forêt");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=for%C3%AAt/);
  await close(page);
});

test("when the archive is down before, the plain form stays", async () => {
  const gone = await startServer();
  await gone.stop();
  const page = await open(await startPortal(gone.url));
  const form = page.locator("pressoir-search.large form");
  assert.ok(await form.isVisible());
  assert.equal(await form.getAttribute("action"), `${gone.url}/`);
  await close(page, {faults: false});
});

test("when the archive goes down meanwhile, typing goes on in peace", async () => {
  const going = await startServer();
  const page = await open(await startPortal(going.url));
  const input = page.locator("pressoir-search.large").getByRole("combobox");
  await input.waitFor();
  await going.stop();
  await input.pressSequentially("industrie");
  await page.waitForTimeout(400);
  assert.equal(await input.inputValue(), "industrie");
  assert.deepEqual(page.faults.filter((fault) => fault.startsWith("script")), []);
  await close(page, {faults: false});
});

test("when the archive is slow, no list and no error come", async () => {
  const page = await open(await startPortal(archive.url));
  await page.route("**/api/v1/suggest*", () => {});
  const input = page.locator("pressoir-search.large").getByRole("combobox");
  await input.pressSequentially("industrie");
  await page.waitForTimeout(2_500);
  assert.equal(await input.getAttribute("aria-expanded"), "false");
  await close(page);
});

test("without JavaScript the form searches", async () => {
  const page = await open(await startPortal(archive.url), {javaScriptEnabled: false});
  await page.fill("pressoir-search.large input", "industrie");
  await page.click("pressoir-search.large button");
  assert.ok(page.url().startsWith(`${archive.url}/?q=industrie`));
  await close(page);
});
