// /openapi.json of a true server has no fault that @redocly/cli knows.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import path from "node:path";
import {after, test} from "node:test";
import {fileURLToPath} from "node:url";
import {folder, removeFolder, startServer} from "../browser/server.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const server = await startServer();
after(async () => {
  await server.stop();
  removeFolder();
});

test("the description passes the linter", async () => {
  const file = path.join(folder, "openapi.json");
  writeFileSync(file, await (await fetch(`${server.url}/openapi.json`)).text());

  const lint = spawnSync(process.execPath,
    [path.join(here, "node_modules/@redocly/cli/bin/cli.js"), "lint", "--config", path.join(here, "redocly.yaml"),
      "--format", "json", file],
    {encoding: "utf8", env: {...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", CI: "1"}});

  const found = JSON.parse(lint.stdout.slice(lint.stdout.indexOf("{")));
  const faults = found.problems.map((problem) =>
    `${problem.severity} ${problem.ruleId} ${problem.location[0]?.pointer}: ${problem.message}`);
  assert.deepEqual(faults, []);
  assert.equal(lint.status, 0, lint.stderr);
});
