// An archive of the sample collection and servers over it, on ports that are free.
import assert from "node:assert/strict";
import {spawn, spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {fileURLToPath} from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const bin = process.env.PRESSOIR_BIN_DIR ?? path.join(root, "build/release/bin");

// Whatever the tests write; removeFolder() takes it away.
export const folder = mkdtempSync(path.join(tmpdir(), "pressoir-test-"));

// What the sample does not have: a sitting of 60 kB with a title of three lines and many who speak.
function writeLongText() {
  const speakers = ["Aristide Briand", "Georges Mandel", "Jean Zay", "Louise Weiss", "Camille Pelletan",
    "Jules Méline", "Irène Joliot-Curie", "Paul Painlevé", "Suzanne Lacore", "Émile Combes"];
  const paragraphs = Array.from({length: 120}, (_, i) =>
    `${speakers[i % speakers.length]}. ${"Le canal sera creusé sans attendre et les péages baisseront. ".repeat(8)}` +
    (i % 5 === 0 ? "L’écluse attendra." : ""));
  const file = path.join(folder, "long.jsonl");
  writeFileSync(file, JSON.stringify({
    url: "https://canal.example/seance", date: "1998-03-12", type: "compte rendu", source: "canal.example",
    title: "Compte rendu intégral de la deuxième séance du conseil du canal, relative aux péages, aux écluses, " +
      "aux chemins de halage et à la navigation de nuit",
    ministers: speakers.map((name) => ({name, role: "speaker"})),
    text: paragraphs.join("\n"),
  }) + "\n");
  return file;
}

function indexSample() {
  const db = path.join(folder, "archive");
  const sources = [path.join(root, "corpus/sample"), writeLongText()];
  const run = spawnSync(path.join(bin, "pressoir-index"),
    ["add", "--quiet", "--db", db, "--base-url", "https://", ...sources], {encoding: "utf8"});
  assert.equal(run.status, 0, run.stderr);
  return db;
}

// Starts the server on a free port; `stop` ends it.
export async function startServer(extra = []) {
  const db = path.join(folder, "archive");
  const server = spawn(path.join(bin, "pressoir-server"),
    ["--db", existsSync(db) ? db : indexSample(), "--listen", "127.0.0.1:0", ...extra],
    {stdio: ["ignore", "pipe", "ignore"]});
  const line = await new Promise((resolve, reject) => {
    server.stdout.once("data", (bytes) => resolve(String(bytes)));
    server.once("exit", () => reject(new Error("pressoir-server ended")));
  });
  const url = line.match(/http:\/\/[^ ]*/)[0].replace(/\/$/, "");
  const stop = () => new Promise((resolve) => {
    server.once("exit", resolve);
    server.kill("SIGTERM");
  });
  return {url, stop};
}

export function removeFolder() {
  rmSync(folder, {recursive: true, force: true});
}
