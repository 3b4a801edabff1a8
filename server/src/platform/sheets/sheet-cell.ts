/** What a column holds; it decides how a cell is written in each kind of file. */
export const CELL_KINDS = ["text", "phone", "number", "money", "instant", "day"] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** An amount in minor units. */
export interface MoneyCell {
  readonly amount: number;
  readonly currency: string;
}

/** A value of a cell: instants as ISO text, days as `YYYY-MM-DD`. Null is empty. */
export type SheetCell = string | number | MoneyCell | null;

/** A column of a file. */
export interface SheetColumn {
  readonly head: string;
  readonly kind: CellKind;
}

/** A table to be written; its rows come in batches, so that memory holds one of them. */
export interface Sheet {
  /** The name of the sheet. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly batches: AsyncIterable<readonly (readonly SheetCell[])[]>;
  /** The zone that instants are written in. */
  readonly timeZone: string;
  /** Said below the last row: who took the file out and when. */
  readonly watermark?: string | undefined;
}

const decimals = new Map<string, number>();

/** Digits behind the point that a currency has: 2 for CNY, 0 for JPY (ISO 4217, as the ICU data have it). */
export function decimalsOf(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  decimals.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

/** An amount in major units as text, without rounding: 12345 fen → `123.45`. */
export function majorUnits({ amount, currency }: MoneyCell): string {
  const places = decimalsOf(currency);
  if (places === 0) return String(amount);
  const digits = String(Math.abs(amount)).padStart(places + 1, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
