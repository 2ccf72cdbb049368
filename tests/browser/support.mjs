// One archive of the sample, one server and one browser for all tests.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {chromium} from "playwright-core";
import {removeFolder, root, startServer} from "./server.mjs";

export {root, startServer};

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kAxeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export const archive = await startServer();
export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});

export async function closeAll() {
  await browser.close();
  await archive.stop();
  removeFolder();
}

// A page of its own context. `faults` gathers what must never happen on it.
export async function open(address, options = {}) {
  const context = await browser.newContext({locale: "fr-FR", reducedMotion: "reduce", ...options});
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") page.faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const host = new URL(request.url()).host;
    if (host && !/^(127\.0\.0\.1|localhost):/.test(host)) page.faults.push(`third party: ${host}`);
  });
  await page.goto(address.startsWith("/") ? archive.url + address : address);
  return page;
}

export async function close(page, {faults = true} = {}) {
  if (faults) assert.deepEqual(page.faults, []);
  await page.context().close();
}

// What axe finds wrong, as `rule: selector`. It runs outside of the page's content security policy.
export async function violations(page) {
  await page.evaluate(axeSource);
  const {violations: found} = await page.evaluate(
    (tags) => window.axe.run(document, {runOnly: tags, resultTypes: ["violations"], preload: false}),
    kAxeTags);
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}`));
}
