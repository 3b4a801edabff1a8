import { readAffiliations, readFebrl, readListed, readMaven, type Labelled } from "./labelled-records.ts";
import {
  bigramsFirstChoice,
  jaroWinklerAtItsBest,
  ofClusters,
  ofFirstChoice,
  ofPairs,
  type Quality,
} from "./measure-identity.ts";
import { runDedupe, type Answered } from "./run-dedupe.ts";

/** One line of the table. */
interface Line {
  readonly what: string;
  readonly quality: Quality | number;
  readonly baseline?: string;
  readonly floor?: number;
  readonly aim?: number;
}

const FEBRL = [
  { number: 1, floor: 0.96, aim: 0.983 },
  { number: 2, floor: 0.94, aim: 0.978 },
  { number: 3, floor: 0.94, aim: 0.975 },
];
const CLUSTERS = { floor: 0.93, aim: 0.97 };

/**
 * Measures the search for duplicates on real public files, by the command that anybody runs, at the thresholds it chooses by
 * itself. Labels are read by the measuring alone.
 * @returns the exit code.
 */
export async function verify(folder: string): Promise<number> {
  const lines: Line[] = [];
  for (const { number, floor, aim } of FEBRL) {
    const data = readFebrl(folder, number, true);
    const answered = await run(data);
    lines.push(
      { what: `${data.name}, pairs`, quality: ofPairs(answered.same, data.truth), floor, aim },
      { what: `${data.name}, clusters`, quality: ofClusters(answered.clusters, data.truth), ...CLUSTERS },
    );
    const without = readFebrl(folder, number, false);
    lines.push({ what: `${without.name}, pairs`, quality: ofPairs((await run(without)).same, without.truth) });
  }
  lines.push(...(await measureAffiliations(readAffiliations(folder))));
  lines.push(...(await measureListed(readListed(folder, "a_short_name"), { floor: 0.97, aim: 0.99 })));
  lines.push(...(await measureListed(readListed(folder, "english_name"), {})));
  const maven = readMaven(folder);
  const answered = await run(maven);
  lines.push({
    what: `${maven.name}, clusters`,
    quality: ofClusters(answered.clusters, maven.truth),
    floor: 0.98,
    aim: 1,
  });
  return print(lines);
}

async function run(data: Labelled): Promise<Answered> {
  const answered = await runDedupe(data);
  console.log(`${data.name}: ${data.rows.length} rows in ${answered.seconds.toFixed(1)} s`);
  for (const line of answered.said.slice(0, -1)) console.log(`  ${line}`);
  return answered;
}

async function measureAffiliations(data: Labelled): Promise<Line[]> {
  const { same, clusters } = await run(data);
  const plain = jaroWinklerAtItsBest(
    data.rows.map((row) => (row[1] ?? "").toLowerCase()),
    data.truth,
  );
  const baseline = `Jaro–Winkler at its best ${plain.f1.toFixed(3)}`;
  return [
    { what: `${data.name}, pairs`, quality: ofPairs(same, data.truth), baseline, floor: 0.75, aim: 0.85 },
    { what: `${data.name}, clusters`, quality: ofClusters(clusters, data.truth), baseline },
  ];
}

async function measureListed(data: Labelled, bounds: Pick<Line, "floor" | "aim">): Promise<Line[]> {
  const { likeliest } = await run(data);
  const from = data.rows.findIndex(([list]) => list === "other");
  const names = data.rows.map((row) => row[1] ?? "");
  const baseline = `shared pairs of characters ${bigramsFirstChoice(names, data.truth, from).toFixed(3)}`;
  return [
    { what: `${data.name}, first choice`, quality: ofFirstChoice(likeliest, data.truth, from), baseline, ...bounds },
  ];
}

function print(lines: readonly Line[]): number {
  const number = (value: number | undefined): string => (value === undefined ? "" : value.toFixed(3)).padStart(7);
  const width = Math.max(...lines.map(({ what }) => what.length));
  console.log(`\n${"".padEnd(width)}  precis.  recall      F1   floor     aim`);
  let [passed, failed] = [0, 0];
  for (const { what, quality, baseline = "", floor, aim } of lines) {
    const { precision, recall, f1 } =
      typeof quality === "number" ? { precision: undefined, recall: undefined, f1: quality } : quality;
    const isFloored = floor !== undefined;
    const holds = !isFloored || f1 >= floor;
    if (isFloored && holds) passed++;
    if (!holds) failed++;
    const verdict = !isFloored ? "" : holds ? (aim !== undefined && f1 >= aim ? "aim met" : "passed") : "FAILED";
    console.log(
      `${what.padEnd(width)}  ${[precision, recall, f1, floor, aim].map(number).join(" ")}  ${verdict.padEnd(7)}  ${baseline}`.trimEnd(),
    );
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
