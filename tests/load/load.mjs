// What a server bears: `node tests/load/load.mjs ARCHIVE [SECONDS] [CONNECTIONS]` (60, 256).
//   1. mixed queries over keep-alive connections (wrk, queries.lua)
//   2. the same with 200 clients that never end their header and 200 that hardly read
//   3. the same with 50 commits and a writer that is killed, on a copy of the archive
//   4. the end, by SIGTERM, under load
// Exits with 1 when an answer was an error. Needs wrk. PRESSOIR_BIN_DIR says where the programs are.
import {execFile, spawn} from "node:child_process";
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import net from "node:net";
import {tmpdir} from "node:os";
import path from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";

const here = path.dirname(fileURLToPath(import.meta.url));
const bin = process.env.PRESSOIR_BIN_DIR ?? path.join(here, "../../build/release/bin");
const [archive, seconds = "60", connections = "256"] = process.argv.slice(2);
const kSlowClients = 200;
const kCommits = 50;
if (!archive) {
  console.error("usage: node tests/load/load.mjs ARCHIVE [SECONDS] [CONNECTIONS]");
  process.exit(2);
}

const run = promisify(execFile);
const sleep = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
const folder = mkdtempSync(path.join(tmpdir(), "pressoir-load-"));
const db = path.join(folder, "db");
cpSync(archive, db, {recursive: true});

async function startServer() {
  const server = spawn(path.join(bin, "pressoir-server"), ["--db", db, "--listen", "127.0.0.1:0"],
    {stdio: ["ignore", "pipe", "pipe"]});
  let log = "";
  server.stderr.on("data", (bytes) => { log += bytes; });
  const line = await new Promise((resolve) => { server.stdout.once("data", (bytes) => resolve(String(bytes))); });
  const ended = new Promise((resolve) => { server.once("exit", (code) => resolve(code)); });
  return {process: server, port: Number(line.match(/127\.0\.0\.1:(\d+)/)[1]), ended, log: () => log};
}

const memory = (pid, field) => Number(readFileSync(`/proc/${pid}/status`, "utf8").match(`${field}:\\s+(\\d+) kB`)[1]) / 1024;

async function wrk(server, time = seconds) {
  const {stdout} = await run("wrk", ["-t", "2", "-c", connections, "-d", `${time}s`, "--timeout", "30s",
    "-s", path.join(here, "queries.lua"), `http://127.0.0.1:${server.port}`], {maxBuffer: 1 << 20});
  return JSON.parse(stdout.split("\n").find((line) => line.startsWith("{")));
}

const errorsOf = (result) => result.status + result.connect + result.read + result.write + result.timeout;

function report(name, server, result) {
  console.log(`${name}: ${Math.round(result.requests / result.seconds)} requests/s, p50 ${result.p50.toFixed(1)} ms, ` +
    `p99 ${result.p99.toFixed(1)} ms, max ${result.max.toFixed(0)} ms, errors ${errorsOf(result)}, ` +
    `memory ${memory(server.process.pid, "VmRSS").toFixed(0)} MB (peak ${memory(server.process.pid, "VmHWM").toFixed(0)} MB)`);
  return errorsOf(result);
}

// A client that begins a header and adds to it byte by byte: it comes back when it is cut off.
function slowHeader(port, stop) {
  const socket = net.connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: x\r\nX: "));
  const timer = setInterval(() => socket.write("a"), 500);
  socket.on("error", () => {});
  socket.on("close", () => {
    clearInterval(timer);
    if (!stop.stopped) slowHeader(port, stop);
  });
  stop.sockets.add(socket);
}

// A client that asks for more than the system's buffers hold and reads a kilobyte a second; cut off,
// it comes back some time later. What it asks for is cheap: it is its slowness that is to be borne.
function slowReader(port, stop) {
  const socket = net.connect(port, "127.0.0.1");
  socket.on("connect", () => socket.write("GET /static/pressoir.css HTTP/1.1\r\nHost: x\r\n\r\n".repeat(400)));
  socket.pause();
  const timer = setInterval(() => socket.read(1024), 1000);
  socket.on("error", () => {});
  socket.on("close", () => {
    clearInterval(timer);
    setTimeout(() => { if (!stop.stopped) slowReader(port, stop); }, Math.random() * 30_000);
  });
  stop.sockets.add(socket);
}

async function withSlowClients(port, work) {
  const stop = {stopped: false, sockets: new Set()};
  for (let i = 0; i < kSlowClients; ++i) {
    slowHeader(port, stop);
    slowReader(port, stop);
  }
  await sleep(1000);
  const result = await work();
  stop.stopped = true;
  for (const socket of stop.sockets) socket.destroy();
  return result;
}

async function commit(number) {
  const file = path.join(folder, `${number}.jsonl`);
  writeFileSync(file, JSON.stringify({url: `urn:load:${number}`, title: `Article ${number}`, text: "Le code du travail."}) + "\n");
  await run(path.join(bin, "pressoir-index"), ["add", "--quiet", "--db", db, file]);
}

async function writeMeanwhile(result) {
  const done = result.then(() => true);
  let commits = 0;
  const pause = Math.max(0, Number(seconds) * 1000 / kCommits - 150);
  for (; commits < kCommits; ++commits) {
    await commit(commits);
    if (commits === kCommits / 2) {
      const killed = spawn(path.join(bin, "pressoir-index"), ["add", "--db", db, folder], {stdio: "ignore"});
      const ended = new Promise((resolve) => { killed.once("exit", resolve); });
      await sleep(50);
      killed.kill("SIGKILL");
      await ended;
    }
    if (await Promise.race([done, sleep(pause).then(() => false)])) break;
  }
  return commits;
}

async function endUnderLoad(server) {
  const load = wrk(server, 10).catch(() => undefined);
  await sleep(3000);
  const began = Date.now();
  server.process.kill("SIGTERM");
  const code = await server.ended;
  console.log(`SIGTERM under load: exit ${code} after ${Date.now() - began} ms`);
  await load;
  return code;
}

const server = await startServer();
let errors = report("warm-up (5 s)", server, await wrk(server, 5));
const alone = await wrk(server);
errors += report("alone", server, alone);
const beside = await withSlowClients(server.port, () => wrk(server));
errors += report(`beside ${kSlowClients} slow headers and ${kSlowClients} slow readers`, server, beside);
console.log(`p99 changed by ${((beside.p99 / alone.p99 - 1) * 100).toFixed(0)} %`);
const running = wrk(server);
const commits = await writeMeanwhile(running);
errors += report(`with ${commits} commits and a killed writer`, server, await running);
errors += await endUnderLoad(server);
rmSync(folder, {recursive: true, force: true});
process.exit(errors === 0 ? 0 : 1);
