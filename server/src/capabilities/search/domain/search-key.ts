/** What kind of piece a key stands for, so that the same letters as pinyin and as initials are two keys. */
export type KeyKind = "han" | "head" | "word" | "initials" | "digits";

/** The code of a letter for each kind: h ^ w i d. */
const SEEDS: Record<KeyKind, number> = { han: 0x68, head: 0x5e, word: 0x77, initials: 0x69, digits: 0x64 };
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
  return searchKeyWithin(kind, piece, 0, piece.length);
}

/** The key of a part of a text, without cutting it out. */
export function searchKeyWithin(kind: KeyKind, text: string, start: number, end: number): number {
  let hash = Math.imul(OFFSET_BASIS ^ SEEDS[kind], PRIME);
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return hash | 0;
}
