import type { Kysely } from "kysely";
import type { ShownValue } from "@tongzhou/contract/fields";
import type { Mask } from "../access/access-object.ts";
import type { Field } from "../conditions/field.ts";
import type { Tables } from "../database/tables.generated.ts";
import type { FileWords } from "../sheets/file-words.ts";
import type { SpokenLanguage } from "../problems/sentences.ts";
import type { CellKind, SheetCell } from "../sheets/sheet-cell.ts";

/** A field that the company added to an object, as rights and conditions need it; whoever keeps such fields provides them. */
export interface HouseField {
  readonly id: string;
  /** `contact`, `account` … */
  readonly object: string;
  /** Codes of the roles for which it exists; null: for all. */
  readonly visibleTo: readonly string[] | null;
  /** Masked for whoever may not edit the record. */
  readonly sensitive: boolean;
  readonly mask: Mask;
  /** No longer filled in or offered, but conditions that speak of it go on. */
  readonly archived: boolean;
  /** What conditions may ask of it. */
  readonly condition: Field;
  /** How it is called; without an English name as in Chinese. */
  readonly names: Readonly<Record<SpokenLanguage, string>>;
  /** How its values leave in a file. */
  readonly sheet: HouseFieldInFile;
}

export interface HouseFieldInFile {
  readonly kind: CellKind;
  /** What is masked leaves masked. */
  cell(shown: ShownValue, words: FileWords): SheetCell;
}

/** By this name grants and conditions speak of an added field: `custom.<id>`, as a condition `contact.custom.<id>`. */
export const houseFieldName = (fieldId: string): string => `${PREFIX}${fieldId}`;

export const isHouseFieldName = (name: string): boolean => name.startsWith(PREFIX);

const PREFIX = "custom.";

/** Whether anybody may see less of it than of the record. */
export const isLimited = ({ visibleTo, sensitive }: Pick<HouseField, "visibleTo" | "sensitive">): boolean =>
  sensitive || visibleTo !== null;

export type ReadHouseFields = (tx: Kysely<Tables>) => Promise<readonly HouseField[]>;

let provided: ReadHouseFields | undefined;

/** Says how the added fields are read. Called once, when their capability is loaded. */
export function provideHouseFields(read: ReadHouseFields): void {
  if (provided) throw new Error("the added fields are provided twice");
  provided = read;
}

/** The fields that the company added, as they are now. */
export async function readHouseFields(tx: Kysely<Tables>): Promise<readonly HouseField[]> {
  return (await provided?.(tx)) ?? [];
}
