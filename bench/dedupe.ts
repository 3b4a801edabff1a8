// `npm run bench -- dedupe [--contacts 1000000]`: how long the search for duplicates takes over a file of contacts, how much
// memory, and how many of the doubles that were put into the file it finds at the thresholds it chooses by itself.
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { dedupeCommand } from "../server/src/capabilities/identity/index.ts";
import { boundHeapGrowth } from "../server/src/platform/lifecycle/bound-heap-growth.ts";
import { CONTACT_MAP, writeContactFile } from "./contact-file.ts";
import { highestMib, watchMemory } from "./resources.ts";

const BAR_SECONDS = 300;
const SEED = 7;

const { values } = parseArgs({ options: { contacts: { type: "string", default: "1000000" } } });
const contacts = Number(values.contacts);

boundHeapGrowth();
const folder = mkdtempSync(join(tmpdir(), "tongzhou-dedupe-"));
try {
  await writeContactFile(join(folder, "contacts.csv"), contacts, seeded(SEED));
  writeFileSync(join(folder, "map.json"), JSON.stringify(CONTACT_MAP));
  const memory = watchMemory();
  const begun = performance.now();
  await dedupeCommand().run(["contacts.csv", "--map", "map.json", "--out", "clusters.csv"], {
    config: {} as never,
    newId: () => "",
    say: (line) => console.log(line),
    resolvePath: (path) => join(folder, path),
    openDatabase: () => Promise.reject(new Error("the search for duplicates needs no database")),
  });
  const seconds = (performance.now() - begun) / 1000;
  const mib = highestMib() ?? memory.stop();
  memory.stop();
  const { precision, recall } = await measure(join(folder, "clusters.csv"));
  console.log(`\n${contacts} contacts, ${Math.round(contacts / seconds)} a second`);
  console.log(`precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)} of the pairs that are one`);
  console.log(`bar for 1,000,000 contacts: ${BAR_SECONDS} s`);
  console.log(`dedupe memory ${Math.round(mib)} MiB`);
  console.log(`dedupe ${Math.round(seconds * 1000)} ms`);
} finally {
  rmSync(folder, { recursive: true });
}

/** Pairs of the clusters against pairs of the people; the fourth column is who it is, behind cluster, records and line. */
async function measure(path: string): Promise<{ precision: number; recall: number }> {
  const [found, all, right] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  const lines = createInterface({ input: createReadStream(path) });
  for await (const line of lines) {
    const [cluster = "", , , person = ""] = line.split(",", 4);
    count(found, cluster);
    count(all, person);
    count(right, `${cluster} ${person}`);
  }
  const pairs = (map: Map<string, number>): number =>
    [...map.values()].reduce((total, size) => total + (size * (size - 1)) / 2, 0);
  return { precision: pairs(right) / pairs(found), recall: pairs(right) / pairs(all) };
}

/** A small generator of its own: nobody can tell luck from speed otherwise. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
