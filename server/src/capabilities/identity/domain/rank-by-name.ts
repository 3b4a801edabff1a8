import type { Column, RecordTable } from "./record-table.ts";

/** The place of each record in the order of its names and birth date: neighbours in it are the ones to compare in a crowd. */
export function rankByName({ size, columns }: RecordTable): Int32Array {
  const { organisation, surname, given, birth } = columns;
  const parts = [organisation, surname, given, birth].filter((column) => column !== undefined);
  const texts = Array.from({ length: size }, (_, record) => parts.map((column) => firstText(column, record)).join(" "));
  const order = Int32Array.from(texts.keys()).toSorted((a, b) => {
    const [textA = "", textB = ""] = [texts[a], texts[b]];
    return textA < textB ? -1 : textA > textB ? 1 : a - b;
  });
  const ranks = new Int32Array(size);
  order.forEach((record, rank) => (ranks[record] = rank));
  return ranks;
}

function firstText({ starts, valueIds, values }: Column, record: number): string {
  const start = starts[record] ?? 0;
  return start === (starts[record + 1] ?? 0) ? "" : (values[valueIds[start] ?? 0] ?? "");
}
