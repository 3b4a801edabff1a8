import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { dedupeCommand } from "../../server/src/capabilities/identity/index.ts";
import type { Labelled } from "./labelled-records.ts";

/** What the command answered about a file, by rows from 0. */
export interface Answered {
  readonly clusters: readonly string[];
  /** The pairs it takes for one. */
  readonly same: readonly (readonly [number, number])[];
  /** For each row the likeliest other, among those it wrote down. */
  readonly likeliest: ReadonlyMap<number, number>;
  readonly said: readonly string[];
  readonly seconds: number;
}

/** Runs `npm run tongzhou -- dedupe` on a file made of the rows, and reads what it wrote. */
export async function runDedupe({ header, rows, map }: Labelled): Promise<Answered> {
  const folder = mkdtempSync(join(tmpdir(), "tongzhou-identity-"));
  const paths = { file: "records.csv", map: "map.json", out: "clusters.csv", pairs: "pairs.csv" };
  writeFileSync(join(folder, paths.file), Papa.unparse([header, ...rows].map((row) => [...row])));
  writeFileSync(join(folder, paths.map), JSON.stringify(map));
  const said: string[] = [];
  const begun = performance.now();
  await dedupeCommand().run([paths.file, "--map", paths.map, "--out", paths.out, "--pairs", paths.pairs], {
    config: {} as never,
    newId: () => "",
    say: (line) => void said.push(line),
    resolvePath: (path) => join(folder, path),
    openDatabase: () => Promise.reject(new Error("the search for duplicates needs no database")),
  });
  const seconds = (performance.now() - begun) / 1000;
  const clusters = read(join(folder, paths.out));
  const pairs = read(join(folder, paths.pairs));
  rmSync(folder, { recursive: true });
  const rowAt = new Map(clusters.map(({ line }, row) => [line, row]));
  const named = pairs.map((pair) => ({
    rows: [rowAt.get(pair["line"]) ?? -1, rowAt.get(pair["other line"]) ?? -1] as const,
    isSame: pair["outcome"] === "same",
    probability: Number(pair["probability"]),
  }));
  return {
    clusters: clusters.map(({ cluster }) => cluster ?? ""),
    same: named.filter(({ isSame }) => isSame).map((pair) => pair.rows),
    likeliest: likeliestOf(named),
    said,
    seconds,
  };
}

function likeliestOf(pairs: readonly { rows: readonly [number, number]; probability: number }[]): Map<number, number> {
  const best = new Map<number, { other: number; probability: number }>();
  for (const { rows, probability } of pairs) {
    for (const [row, other] of [rows, [rows[1], rows[0]] as const]) {
      if (probability > (best.get(row)?.probability ?? -1)) best.set(row, { other, probability });
    }
  }
  return new Map([...best].map(([row, { other }]) => [row, other]));
}

function read(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(
    readFileSync(path, "utf8")
      .replace(/^\ufeff/, "")
      .trim(),
    { header: true },
  ).data;
}
