// What a browser fetches before a page shows its first row: `node web/measure-first-load.mjs [src/pages/TodayPage.tsx] [zh|en]`.
// Adds up the gzip sizes of the scripts and styles of the start, of the words, and of the page, from the build's manifest.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv, stdout } from "node:process";
import { gzipSync } from "node:zlib";

const BAR_BYTES = 350_000;
const DIST = join(import.meta.dirname, "dist");

const manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8"));

/** The files of a chunk and of everything it imports at once. */
function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (chunk === undefined)
    throw new Error(`${key} is not in the build; there are: ${Object.keys(manifest).join(", ")}`);
  if (seen.has(key)) return [];
  seen.add(key);
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((other) => filesOf(other, seen))];
}

const [page, language = "zh"] = argv.slice(2);
const start = ["index.html", `src/first-words.${language}.ts`];
const files = [...new Set([...start, ...(page === undefined ? [] : [page])].flatMap((key) => filesOf(key)))];
const sizes = files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(DIST, file))).length }));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { file, bytes } of sizes.toSorted((a, b) => b.bytes - a.bytes)) {
  stdout.write(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}\n`);
}
stdout.write(`first load ${(total / 1000).toFixed(1)} kB gzip, bar ${BAR_BYTES / 1000} kB\n`);
process.exitCode = total <= BAR_BYTES ? 0 : 1;
