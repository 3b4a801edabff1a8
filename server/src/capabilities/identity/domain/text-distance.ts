/** Names and numbers longer than this are compared by their beginning; no field that is compared letter by letter needs more. */
const LONGEST = 64;
/** Winkler 1990: a common beginning counts, up to four letters, a tenth of what is missing each. */
const PREFIX_LETTERS = 4;
const PREFIX_SHARE = 0.1;

// Scratch of one comparison: millions of them a second would otherwise each leave arrays behind.
const used = new Uint8Array(LONGEST);
const matchedA = new Uint16Array(LONGEST);
const matchedB = new Uint16Array(LONGEST);
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;

/** Jaro's similarity with Winkler's bonus for a common beginning, 0 to 1. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const lengthA = Math.min(a.length, LONGEST);
  const lengthB = Math.min(b.length, LONGEST);
  const matches = findMatches(a, lengthA, b, lengthB);
  if (matches === 0) return 0;
  let crossed = 0;
  for (let at = 0; at < matches; at++) if (matchedA[at] !== matchedB[at]) crossed++;
  const jaro = (matches / lengthA + matches / lengthB + (matches - crossed / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < PREFIX_LETTERS && prefix < lengthA && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * PREFIX_SHARE * (1 - jaro);
}

/** Fills `matchedA` and `matchedB` with the letters that both have within Jaro's window, each in its own order. */
function findMatches(a: string, lengthA: number, b: string, lengthB: number): number {
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  used.fill(0, 0, lengthB);
  let matches = 0;
  for (let at = 0; at < lengthA; at++) {
    const code = a.charCodeAt(at);
    const end = Math.min(lengthB, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < end; other++) {
      if (used[other] !== 0 || b.charCodeAt(other) !== code) continue;
      used[other] = 1;
      matchedA[matches++] = code;
      break;
    }
  }
  let kept = 0;
  for (let other = 0; kept < matches; other++) if (used[other] !== 0) matchedB[kept++] = b.charCodeAt(other);
  return matches;
}

/**
 * How many letters have to be added, removed, replaced or exchanged with their neighbour (Damerau, each place changed once).
 * @param limit what is further apart answers `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  const lengthA = Math.min(a.length, LONGEST);
  const lengthB = Math.min(b.length, LONGEST);
  const beyond = limit + 1;
  if (Math.abs(lengthA - lengthB) > limit) return beyond;
  let [before, above, row] = rows;
  for (let column = 0; column <= Math.min(lengthB, beyond); column++) above[column] = column;
  for (let line = 1; line <= lengthA; line++) {
    // Further from the diagonal than the limit nothing can be within it.
    const from = Math.max(1, line - limit);
    const to = Math.min(lengthB, line + limit);
    const code = a.charCodeAt(line - 1);
    row[from - 1] = from === 1 ? line : beyond;
    let least = from === 1 ? line : beyond;
    for (let column = from; column <= to; column++) {
      const other = b.charCodeAt(column - 1);
      const replaced = (above[column - 1] ?? 0) + (code === other ? 0 : 1);
      let cost = Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1);
      const isExchanged =
        line > 1 && column > 1 && code === b.charCodeAt(column - 2) && other === a.charCodeAt(line - 2);
      if (isExchanged) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      row[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return beyond;
    if (to < lengthB) row[to + 1] = beyond;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[lengthB] ?? 0, beyond);
}
