/**
 * Remembers the answers of a pure function by its one text argument. Imports repeat themselves (30 % of a lead list are
 * companies already seen), and the costly normalisers are asked once per value. At `limit` entries the older half is let
 * go: two generations of a map cost less than keeping an exact order of use.
 */
export function memoiseByValue<Answer>(compute: (value: string) => Answer, limit: number): (value: string) => Answer {
  const half = Math.max(1, Math.floor(limit / 2));
  let young = new Map<string, Answer>();
  let old = new Map<string, Answer>();
  return (value) => {
    const known = young.get(value);
    if (known !== undefined || young.has(value)) return known as Answer;
    const kept = old.get(value);
    const answer = kept !== undefined || old.has(value) ? (kept as Answer) : compute(value);
    if (young.size >= half) {
      old = young;
      young = new Map();
    }
    young.set(value, answer);
    return answer;
  };
}
