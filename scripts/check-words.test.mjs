import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkWords } from "./check-words.mjs";

/** Each line joined from halves, so that this file does not hold what it looks for. */
const offences = [
  ["cd /ho", "me/linxiao/tongzhou"],
  ["open C:\\Us", "ers\\linxiao"],
  ["fetch https://regi", "stry.example.com/zod"],
  ['  "resol', 'ved": "https://mirror.example.com/zod.tgz"'],
  ["-----BEGIN RSA PRIV", "ATE KEY-----"],
  ["key = AKI", "A1234567890ABCDEF"],
  ["token = gh", "p_0123456789abcdefghijklmnopqrstuvwxyz"],
  ["DATABASE_URL=postgres://app:hun", "ter2@db.example.com/tongzhou"],
  ["// TO", "DO: later"],
  ["test.sk", 'ip("later", () => {})'],
  ["asked Chat", "GPT about it"],
].map((halves) => halves.join(""));

const innocent = [
  // In halves as well: an address of the web may hold what a folder of a machine would look like.
  ["https://example.com/ho", "me/page and ./wo", "rk/x and va", "r/lib/tongzhou"].join(""),
  "a session of the browser, a user agent, a sales agent, a cursor of a list",
  "postgresql://user:password@host:5432/tongzhou",
  "a registry of fields",
  "test.skipIf(process.platform)",
];

let folder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tongzhou-words-"));
  writeFileSync(join(folder, "notes.md"), [...innocent, ...offences].join("\n"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("paths of a machine, registry hosts, secrets, tools and work left undone are reported by line, and ordinary words are not", () => {
  const lines = checkWords(folder).complaints.map((complaint) => Number(complaint.split(":")[1]));
  expect(lines).toEqual(offences.map((_, index) => innocent.length + index + 1));
});
