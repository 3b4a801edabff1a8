import { cleanCell, cleanNote } from "./clean-cell.ts";
import type { CsvRow } from "../../../platform/csv/csv-row.ts";
import { isErrorFile } from "./error-columns.ts";
import { IMPORT_TARGETS, type ImportTarget, type MappedColumn } from "./import-target.ts";
import { restoreFormula } from "../../../platform/csv/neutralise-formula.ts";

/** A column that is mapped. */
export interface MappedPlace {
  /** Its place among the mapped columns. */
  place: number;
  /** Its name in the file. */
  column: string;
  memberSource: string;
}

type Places = Record<ImportTarget, readonly MappedPlace[]>;

const NONE: readonly MappedPlace[] = [];
/** Ids of a file whose owner named no system. */
const UNNAMED_SOURCE = "import";

/** The cleaned cells of one row, by what they are mapped to. Nothing is copied for it: a million rows pass through here. */
export class RowCells {
  constructor(
    private readonly places: Places,
    private readonly texts: readonly string[],
  ) {}

  /** The columns of a target in which something stands, in the order of the file. */
  filled(target: ImportTarget): readonly MappedPlace[] {
    const places = this.places[target];
    if (places.length === 0) return NONE;
    const [only] = places;
    if (places.length === 1 && only) return this.textAt(only) === "" ? NONE : places;
    return places.filter((place) => this.textAt(place) !== "");
  }

  /** The first of them. */
  first(target: ImportTarget): MappedPlace | undefined {
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
): (row: CsvRow) => RowCells | null {
  const neutralised = isErrorFile(header);
  const places = Object.fromEntries(IMPORT_TARGETS.map((target) => [target, [] as MappedPlace[]])) as Record<
    ImportTarget,
    MappedPlace[]
  >;
  mapping.forEach(({ column, target, memberSource }, place) => {
    places[target].push({
      place,
      column: header[column] ?? String(column + 1),
      memberSource: memberSource ?? UNNAMED_SOURCE,
    });
  });
  return (row) => {
    let filled = false;
    const texts = mapping.map(({ column, target }) => {
      const written = row.cells[column];
      if (written === undefined || written === "") return "";
      const cell = neutralised ? restoreFormula(written) : written;
      const text = target === "note" ? cleanNote(cell) : cleanCell(cell);
      if (text !== "") filled = true;
      return text;
    });
    return filled ? new RowCells(places, texts) : null;
  };
}
