import type { Thresholds } from "../domain/choose-thresholds.ts";
import type { MatchModel } from "../domain/shipped-model.ts";

/** What the thread is told: a piece of the text of COPY, or null behind the last. */
export type ThreadQuestion = Uint8Array | null;

/** What the thread says: it has taken so many contacts in, it has compared up to that one, what it found. */
export type ThreadAnswer =
  | { readonly said: "taken"; readonly contacts: number }
  | { readonly said: "compared"; readonly contacts: number }
  | { readonly said: "matched"; readonly matched: MatchedContacts };

/** What was found among all contacts. */
export interface MatchedContacts {
  /** Of the contacts as they were read: the same contacts and the same seed give the same answer. */
  readonly hash: string;
  readonly model: MatchModel;
  readonly thresholds: Thresholds;
  readonly compared: number;
  readonly rest: { readonly pairs: number; readonly matches: number };
  /** The ids of the contacts of each pair, 16 bytes each, and its bits. */
  readonly firstIds: Uint8Array;
  readonly secondIds: Uint8Array;
  readonly bits: Float32Array;
  /** By which keys all contacts are found. */
  readonly entries: FoundEntries;
}

/** The ids of contacts, 16 bytes each; the keys of contact i are `keys[starts[i] … starts[i + 1]]`. */
export interface FoundEntries {
  readonly ids: Uint8Array;
  readonly signatures: Int32Array;
  readonly starts: Int32Array;
  readonly keys: Int32Array;
}

/** Any number does; the same one finds the same. */
export const SEED = 20_240_601;

const ID_BYTES = 16;

/** The id at a place of a list of ids. */
export function idAt(ids: Uint8Array, place: number): string {
  const hex = Buffer.from(ids.buffer, ids.byteOffset + place * ID_BYTES, ID_BYTES).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Writes an id to a place of a list of ids. */
export function writeId(ids: Uint8Array, place: number, id: string): void {
  ids.set(Buffer.from(id.replaceAll("-", ""), "hex"), place * ID_BYTES);
}
