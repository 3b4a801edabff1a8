import type { Sentence } from "@tongzhou/contract/sentence";

type Params = Sentence["params"];

/**
 * Entries of a list that came, went or changed, told by their key: `diff.<noun>_added`, `_removed` and `_changed`, each with
 * the entry's name; `_changed` once per property.
 */
export function diffEntries<Entry extends { readonly name: string }>(
  noun: string,
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string,
  more: Params = {},
): Sentence[] {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const young = new Map(after.map((entry) => [keyOf(entry), entry]));
  const gone = before.filter((entry) => !young.has(keyOf(entry)));
  return [
    ...after.flatMap((entry) => {
      const earlier = old.get(keyOf(entry));
      const params = { ...more, name: entry.name };
      return earlier === undefined
        ? [{ code: `diff.${noun}_added`, params }]
        : changes(noun, { ...more, name: earlier.name }, earlier, entry);
    }),
    ...gone.map(({ name }) => ({ code: `diff.${noun}_removed`, params: { ...more, name } })),
  ];
}

/**
 * One sentence for each property that differs: `diff.<noun>_changed` with property, from and to. What is not a plain value
 * (conditions, options) is told as its canonical JSON.
 */
export function changes(noun: string, params: Params, before: object, after: object): Sentence[] {
  const [old, young] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((property) => {
    const [from, to] = [plain(old.get(property)), plain(young.get(property))];
    return from === to ? [] : [{ code: `diff.${noun}_changed`, params: { ...params, property, from, to } }];
  });
}

function plain(value: unknown): Params[string] {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return canonical(value);
}

/** JSON with sorted keys; what is undefined is left out, so that two ways to write a condition without a name are equal. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
