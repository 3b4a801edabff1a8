/** What kind of piece a key stands for, so that the same letters as pinyin and as initials are two keys. */
export type KeyKind = "han" | "head" | "word" | "initials" | "digits";

const SEEDS: Record<KeyKind, string> = { han: "h", head: "^", word: "w", initials: "i", digits: "d" };
/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * The key of one piece of a name or number: FNV-1a over the UTF-16 code units of the kind's letter and the piece, as a
 * signed 32-bit integer. An `int4[]` under GIN takes a third less time to write than a `text[]`. Two pieces may share a
 * key, so whoever searches by keys rechecks the text. Stored keys depend on this function: changing it means a rebuild.
 *
 * (Not to be used with the extension intarray, whose `@>` would take the place of the one that has the index.)
 */
export function searchKey(kind: KeyKind, piece: string): number {
  let hash = OFFSET_BASIS;
  for (const text of [SEEDS[kind], piece]) {
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
    }
  }
  return hash | 0;
}
