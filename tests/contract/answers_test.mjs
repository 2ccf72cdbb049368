// Every operation of /openapi.json, asked with each of its parameters and asked wrongly: each answer
// is one that the document describes.
import assert from "node:assert/strict";
import {writeFileSync} from "node:fs";
import path from "node:path";
import {after, test} from "node:test";
import {folder, removeFolder, startServer} from "../browser/server.mjs";
import {ask, Contract, hasArgument, withArgument} from "./contract.mjs";
import {argumentOf, valueOf} from "./samples.mjs";

const server = await startServer();
const config = path.join(folder, "strict.toml");
writeFileSync(config, "[limits]\nmax_exports = 0\nlimit_loopback = true\nrequests_per_second = 1\nrequest_burst = 100\n");
const strict = await startServer(["--config", config]);
after(async () => {
  await server.stop();
  await strict.stop();
  removeFolder();
});

const contract = new Contract(await (await fetch(`${server.url}/openapi.json`)).json());
const document = (await (await fetch(`${server.url}/api/v1/search?q=industrie&count=1&fields=id`)).json()).results[0].id;
const isPage = (operation) => operation.tags.includes("pages");

const queryOf = (parameters, more = []) => {
  const needed = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const pairs = [...needed, ...more].map((parameter) => [parameter.name, valueOf(parameter, document)]);
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
};

function addressOf(operation, more = []) {
  return withArgument(operation.path, argumentOf(operation.path, document)) + queryOf(operation.parameters, more);
}

async function holds(operation, address, {status, base = server.url, ...options} = {}) {
  const answer = await ask(base + address, options);
  assert.deepEqual(contract.faults(operation, answer), [], `${options.method ?? "GET"} ${address}`);
  if (status) assert.equal(answer.status, status, `${options.method ?? "GET"} ${address}: ${answer.body.slice(0, 300)}`);
  return answer;
}

for (const operation of contract.operations()) {
  const name = operation.operationId;

  test(`${name}: a right request has the answer described`, async () => {
    await holds(operation, addressOf(operation), {status: 200});
  });

  test(`${name}: so has each parameter`, async () => {
    for (const parameter of operation.parameters.filter((each) => each.in === "query")) {
      const answer = await holds(operation, addressOf(operation, [parameter]));
      assert.ok(answer.status === 200 || isPage(operation), `${parameter.name}: ${answer.status} ${answer.body.slice(0, 300)}`);
    }
  });

  test(`${name}: what the client has is not sent again, where the description says so`, async () => {
    const address = addressOf(operation);
    const tag = (await ask(server.url + address)).headers.get("etag");
    assert.equal(tag !== null, "304" in operation.responses);
    if (tag) await holds(operation, address, {status: 304, headers: {"If-None-Match": tag}});
  });

  test(`${name}: a wrong request has the problem described`, async () => {
    await holds(operation, addressOf(operation), {status: 405, method: "PUT"});
    await holds(operation, addressOf(operation), {status: 405, method: "DELETE", headers: {Accept: "text/html"}});
    if (hasArgument(operation.path)) await holds(operation, withArgument(operation.path, "aucun"));
    const isStrict = !isPage(operation) && operation.parameters.length > 0;
    for (const wrong of ["inconnu=1", "q=%E9", "q=a&q=b", "count=-1", "from=hier", "fields=rien"]) {
      const address = withArgument(operation.path, argumentOf(operation.path, document));
      await holds(operation, `${address}?${wrong}`, wrong === "inconnu=1" && isStrict ? {status: 400} : {});
    }
  });
}

test("a refusal for want of room is described", async () => {
  for (const operation of contract.operations().filter((each) => each.path.includes("export"))) {
    await holds(operation, addressOf(operation), {status: 503, base: strict.url});
  }
});

test("so is one for asking too often", async () => {
  const [operation] = contract.operations().filter((each) => each.operationId === "search");
  let refused = 0;
  for (let i = 0; i < 120; ++i) {
    const answer = await holds(operation, "/api/v1/search?count=0&facets=", {base: strict.url});
    if (answer.status === 429) ++refused;
  }
  assert.ok(refused > 0);
});

test("so are limits of size", async () => {
  const [operation] = contract.operations().filter((each) => each.operationId === "search");
  await holds(operation, `/api/v1/search?q=${"a".repeat(41_000)}`, {status: 400});
  await holds(operation, `/api/v1/search?q=${"a".repeat(135_000)}`, {status: 414});
  await holds(operation, "/api/v1/search", {status: 431, headers: {"X-Long": "a".repeat(150_000)}});
  await holds(operation, "/api/v1/search", {status: 413, method: "POST", body: "a".repeat(10_000)});
});

test("what is not described is found", async () => {
  const [search] = contract.operations().filter((each) => each.operationId === "search");
  const answer = await ask(`${server.url}/api/v1/search?q=industrie`);
  const changed = (change) => {
    const body = JSON.parse(answer.body);
    change(body);
    return contract.faults(search, {...answer, body: JSON.stringify(body)});
  };

  assert.deepEqual(contract.faults(search, answer), []);
  assert.match(changed((body) => { body.results[0].invented = 1; })[0], /additional properties/);
  assert.match(changed((body) => { delete body.total; })[0], /required property 'total'/);
  assert.match(changed((body) => { body.facets.date.buckets[0].start = "hier"; })[0], /format "date"/);
  assert.equal(contract.faults(search, {...answer, status: 302}).length, 1);
  assert.equal(contract.faults(search, {...answer, type: "text/plain"}).length, 1);
});
