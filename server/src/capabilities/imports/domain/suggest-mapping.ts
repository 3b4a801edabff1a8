import { errorColumnOf } from "./error-columns.ts";
import { foldHeader } from "./fold-header.ts";
import { HEADER_ALIASES, LEFT_OUT, ONLY_WHOLE } from "./header-aliases.ts";
import { ADDED_TARGET, IMPORT_TARGETS, SHARED_TARGETS, type ImportTarget } from "./import-target.ts";
import { judgeValues } from "./judge-values.ts";

export interface SuggestedColumn {
  column: number;
  header: string;
  /** Null: nothing fits, the column is left out. */
  target: ImportTarget | null;
  /** Of an added field. */
  fieldId: string | null;
  /** What spoke for it: the whole name, a part of the name, or the values. */
  because: "header" | "part_of_header" | "values" | null;
}

/** An added field by all its names. */
export interface NamedField {
  readonly id: string;
  readonly names: readonly string[];
}

/** Whole name before agreeing values before a part of the name before values alone. */
const WHOLE_NAME = 100;
/** A company that names a field so means it, unless the values say that the column is what the product brings along. */
const NAME_OF_FIELD = 120;
const PART_OF_NAME = 50;
const VALUES_ALONE = 40;
const VALUES_AGREE = 30;
/** A part of a name counts from two Chinese characters or four Latin letters; shorter ones are in everything. */
const SHORTEST_HAN = 2;
const SHORTEST_LATIN = 4;
/** A part that is less than this of the name is a word in a sentence ("I agree to pay the amount through cheque"). */
const LEAST_PART = 0.4;
/** Consents and questions: Do Not Email is no address, 是否有微信 no id. */
const ABOUT_SOMETHING = /^(?:donot|no|has|is|optout|unsubscribe|是否|不|拒绝|有无)/;
/** Values of these shapes are what they are, whatever the column is called. */
const TELLING: ReadonlySet<ImportTarget> = new Set(["mobile", "email", "creditCode", "company"]);
/** Any column may be called …编号 or …_id; only what nothing else claims is taken for an id of another system. */
const ID_ENDING = /(?:id|编号|号)$/;

const aliases: readonly { target: ImportTarget; alias: string }[] = IMPORT_TARGETS.flatMap((target) =>
  HEADER_ALIASES[target].split(" ").map((alias) => ({ target, alias })),
);

/**
 * Proposes what each column of a file is, from its name (中文 or English) and the shape of its first values. A target that
 * is not shareable goes to the column that fits best, the left one among equals. The person decides; nothing is imported by it.
 *
 * @param rows the cells of some rows, as `previewCsv` shows them
 */
export function suggestMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  fields: readonly NamedField[] = [],
): SuggestedColumn[] {
  const candidates = header.flatMap((name, column) =>
    candidatesFor(
      name,
      rows.map((cells) => cells[column] ?? ""),
      fields,
    ).map((candidate) => ({ ...candidate, column })),
  );
  const suggested: SuggestedColumn[] = header.map((name, column) => ({
    column,
    header: name,
    target: null,
    fieldId: null,
    because: null,
  }));
  const used = new Set<string>();
  for (const { column, target, fieldId = null, because } of candidates.toSorted(
    (a, b) => b.score - a.score || a.column - b.column,
  )) {
    const place = suggested[column];
    if (!place || place.target !== null || (used.has(target) && !SHARED_TARGETS.has(target))) continue;
    if (used.has(fieldId ?? "") || (target === "memberId" && used.has(target))) continue;
    used.add(fieldId ?? target);
    suggested[column] = { ...place, target, fieldId, because };
  }
  return suggested;
}

interface Candidate {
  target: ImportTarget;
  fieldId?: string;
  because: NonNullable<SuggestedColumn["because"]>;
  score: number;
}

function candidatesFor(name: string, values: readonly string[], fields: readonly NamedField[]): Candidate[] {
  const folded = foldHeader(name);
  if (errorColumnOf(name) !== null) return [];
  const found: Candidate[] = [];
  for (const { id, names } of fields) {
    if (names.some((own) => foldHeader(own) === folded))
      found.push({ target: ADDED_TARGET, fieldId: id, because: "header", score: NAME_OF_FIELD });
  }
  if (LEFT_OUT.has(folded)) return found;
  const seen = judgeValues(values);
  for (const { target, alias } of aliases) {
    const agrees = seen === target ? VALUES_AGREE : 0;
    if (folded === alias) found.push({ target, because: "header", score: WHOLE_NAME + agrees });
    else if (isTellingPart(alias, folded)) {
      found.push({ target, because: "part_of_header", score: PART_OF_NAME + Math.min(alias.length, 20) / 2 + agrees });
    }
  }
  if (seen !== null) {
    const score = TELLING.has(seen) ? WHOLE_NAME + 1 : VALUES_ALONE;
    found.push({ target: seen, because: "values", score });
  }
  if (ID_ENDING.test(folded)) found.push({ target: "memberId", because: "part_of_header", score: 1 });
  return found;
}

function isTellingPart(alias: string, header: string): boolean {
  if (!header.includes(alias) || ONLY_WHOLE.has(alias) || ABOUT_SOMETHING.test(header)) return false;
  const shortest = /\p{Script=Han}/u.test(alias) ? SHORTEST_HAN : SHORTEST_LATIN;
  return alias.length >= shortest && alias.length >= LEAST_PART * header.length;
}
