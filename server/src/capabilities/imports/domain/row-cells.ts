import type { AddedField } from "./added-value.ts";
import { cleanCell, cleanNote } from "./clean-cell.ts";
import type { CsvRow } from "../../../platform/csv/csv-row.ts";
import { isErrorFile } from "./error-columns.ts";
import { ADDED_TARGET, IMPORT_TARGETS, type OwnTarget, type MappedColumn } from "./import-target.ts";
import { restoreFormula } from "../../../platform/csv/neutralise-formula.ts";

/** A column that is mapped. */
export interface MappedPlace {
  /** Its place among the mapped columns. */
  place: number;
  /** Its name in the file. */
  column: string;
  memberSource: string;
}

type Places = Record<OwnTarget, readonly MappedPlace[]>;

/** A column of an added field. */
export interface AddedPlace extends MappedPlace {
  field: AddedField;
}

const NONE: readonly MappedPlace[] = [];
/** Ids of a file whose owner named no system. */
const UNNAMED_SOURCE = "import";

/** The cleaned cells of one row, by what they are mapped to. Nothing is copied for it: a million rows pass through here. */
export class RowCells {
  constructor(
    private readonly places: Places,
    private readonly texts: readonly string[],
    readonly added: readonly AddedPlace[],
  ) {}

  /** The columns of a target in which something stands, in the order of the file. */
  filled(target: OwnTarget): readonly MappedPlace[] {
    const places = this.places[target];
    if (places.length === 0) return NONE;
    const [only] = places;
    if (places.length === 1 && only) return this.textAt(only) === "" ? NONE : places;
    return places.filter((place) => this.textAt(place) !== "");
  }

  /** The first of them. */
  first(target: OwnTarget): MappedPlace | undefined {
    return this.filled(target)[0];
  }

  textAt(place: MappedPlace): string {
    return this.texts[place.place] ?? "";
  }
}

/**
 * Makes the reader that picks and cleans the mapped cells of rows; null when nothing stands in any of them. Cells of a
 * corrected error file get their apostrophes taken away.
 */
export function rowCellReader(
  header: readonly string[],
  mapping: readonly MappedColumn[],
  fields: readonly AddedField[] = [],
): (row: CsvRow) => RowCells | null {
  const neutralised = isErrorFile(header);
  const places = Object.fromEntries(IMPORT_TARGETS.map((target) => [target, [] as MappedPlace[]])) as Record<
    OwnTarget,
    MappedPlace[]
  >;
  const added: AddedPlace[] = [];
  mapping.forEach(({ column, target, memberSource, fieldId }, place) => {
    const found = { place, column: header[column] ?? String(column + 1), memberSource: memberSource ?? UNNAMED_SOURCE };
    const field = fields.find(({ id }) => id === fieldId);
    if (target !== ADDED_TARGET) places[target].push(found);
    else if (field) added.push({ ...found, field });
  });
  const isNote = mapping.map(({ target, fieldId }) =>
    target === ADDED_TARGET ? fields.find(({ id }) => id === fieldId)?.type === "long" : target === "note",
  );
  return (row) => {
    let filled = false;
    const texts = mapping.map(({ column }, place) => {
      const written = row.cells[column];
      if (written === undefined || written === "") return "";
      const cell = neutralised ? restoreFormula(written) : written;
      const text = isNote[place] === true ? cleanNote(cell) : cleanCell(cell);
      if (text !== "") filled = true;
      return text;
    });
    return filled ? new RowCells(places, texts, added) : null;
  };
}
