import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ORDER_MARK, writeCsvLine } from "../../platform/csv/write-csv-line.ts";
import type { DedupedFile } from "./dedupe-file.ts";
import { probabilityOf } from "./domain/probability.ts";
import type { RecordFile } from "./open-record-file.ts";

/**
 * Writes the rows of a file with the number of their cluster, and beside it, where asked, the pairs that were weighed:
 * those that are the same or need a person's eye, and for every other record the one it is likeliest the same as.
 */
export async function writeDedupeFiles(
  file: RecordFile,
  deduped: DedupedFile,
  out: string,
  pairs: string | undefined,
): Promise<void> {
  await write(out, clusterLines(file, deduped));
  if (pairs !== undefined) await write(pairs, pairLines(deduped));
}

async function write(path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), createWriteStream(path));
}

async function* clusterLines(file: RecordFile, { lines, duplicates }: DedupedFile): AsyncGenerator<string> {
  const { clusterOf } = duplicates;
  const sizes = new Map<number, number>();
  for (const cluster of clusterOf) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  // Clusters are numbered as they are met, so that a file reads from 1 on.
  const numbers = new Map<number, number>();
  yield ORDER_MARK + writeCsvLine(["cluster", "records", "line", ...file.header]);
  let record = 0;
  for await (const rows of file.rows()) {
    const written: string[] = [];
    for (const { line, cells } of rows) {
      if (lines[record] !== line) continue;
      const cluster = clusterOf[record++] ?? 0;
      const number = numbers.get(cluster) ?? numbers.size + 1;
      numbers.set(cluster, number);
      written.push(writeCsvLine([String(number), String(sizes.get(cluster) ?? 1), String(line), ...cells]));
    }
    yield written.join("");
  }
}

function* pairLines({ lines, duplicates }: DedupedFile): Generator<string> {
  const { pairs, prior, thresholds, clusterOf, likeliest, facets, evidenceOf, evidence } = duplicates;
  yield ORDER_MARK + writeCsvLine(["line", "other line", "outcome", "probability", ...facets.map(({ kind }) => kind)]);
  const isSaid = new Uint8Array(clusterOf.length);
  const line = (a: number, b: number, bits: number): string => {
    const probability = probabilityOf(bits + prior);
    // What was joined through others is the same, and what a contradiction kept apart needs a person's eye.
    const isJoined = clusterOf[a] === clusterOf[b];
    const outcome = isJoined ? "same" : probability >= thresholds.different ? "review" : "different";
    const said = facets.map((_, at) => evidenceOf(at, a, b).toFixed(1));
    // Numbers and words of ours: nothing to quote, and a minus that must stay a number.
    return `${[String(lines[b]), String(lines[a]), outcome, probability.toFixed(6), ...said].join(",")}\r\n`;
  };
  for (let at = 0; at < pairs.length; at++) {
    const [a, b] = [pairs.first(at), pairs.second(at)];
    const bits = pairs.number(at);
    if (clusterOf[a] !== clusterOf[b] && probabilityOf(bits + prior) < thresholds.different) continue;
    isSaid[a] = 1;
    isSaid[b] = 1;
    yield line(a, b, bits);
  }
  for (let record = 0; record < likeliest.length; record++) {
    const other = likeliest[record] ?? -1;
    if (other >= 0 && isSaid[record] === 0) yield line(record, other, evidence(record, other));
  }
}
