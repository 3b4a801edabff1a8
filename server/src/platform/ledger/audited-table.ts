import type { AccessObject } from "../access/access-object.ts";

/** A row as text by column, the way the ledger keeps it. */
export type RowImage = Readonly<Record<string, string | null>>;

/** Which governed field of its object a column is; undefined: it follows the record. */
export type GovernedColumn = string | ((image: RowImage) => string | undefined);

interface AuditedColumns {
  /** Columns under field grants. Hidden ones do not exist in audit and undo lists, masked ones are masked (R-ACC-4). */
  readonly governed?: Readonly<Record<string, GovernedColumn>>;
  /** Columns that say nothing to a reader: sort keys, homes. */
  readonly silent?: readonly string[];
}

/** A table whose rows are records of their own. */
export interface AuditedRecord extends AuditedColumns {
  readonly table: string;
  /** By whose rights its rows are seen. */
  readonly object: AccessObject;
  /** The column with its name, or the column that refers to the record it is named after. */
  readonly title: { readonly column: string } | { readonly through: string; readonly table: string } | undefined;
  /** One's own need no grant to be seen and edited: saved views, one's own language. */
  readonly ownAreFree: boolean;
  /** Its name is no secret, whoever may read the record: a colleague, a product line. */
  readonly named: "to_everybody" | "to_readers";
}

/** A table whose rows belong to a record of another table. */
export interface AuditedPart extends AuditedColumns {
  readonly table: string;
  /** Columns that refer to what a row belongs to; the first that is not empty decides. */
  readonly of: readonly { readonly column: string; readonly table: string }[];
  /** The governed field that a whole row is: where it is hidden, that there is a row is hidden too. */
  readonly governedRow?: (image: RowImage) => string;
  /** The column that says which field the row is a value of; the audit names it instead of columns. */
  readonly fieldColumn?: string;
}

export type AuditedTable = AuditedRecord | AuditedPart;

const tables = new Map<string, AuditedTable>();

function declare(audited: AuditedTable): void {
  if (tables.has(audited.table)) throw new Error(`table ${audited.table} is declared for the audit twice`);
  tables.set(audited.table, audited);
}

/** Declares a table of records, in `<capability>.audit.ts`. */
export function auditedRecord(
  table: string,
  traits: Omit<AuditedRecord, "table" | "title" | "named" | "ownAreFree"> &
    Partial<Pick<AuditedRecord, "title" | "named" | "ownAreFree">>,
): void {
  declare({ title: undefined, named: "to_readers", ownAreFree: false, ...traits, table });
}

/** Declares a table of rows that belong to a record, in `<capability>.audit.ts`. */
export function auditedPart(table: string, traits: Omit<AuditedPart, "table">): void {
  declare({ ...traits, table });
}

/** What was declared of a table. Rows of a table that nobody declared are counted, never shown. */
export const auditedTable = (table: string): AuditedTable | undefined => tables.get(table);

/** What was declared of a table of records; undefined for parts and strangers. */
export function auditedRecordOf(table: string): AuditedRecord | undefined {
  const audited = tables.get(table);
  return audited && "object" in audited ? audited : undefined;
}

/** All tables declared so far. */
export const auditedTables = (): AuditedTable[] => [...tables.values()];

/** The tables whose rows belong to a record of this table, in one step or in several. */
export function partTablesOf(table: string): AuditedPart[] {
  const parts = auditedTables().filter((one): one is AuditedPart => "of" in one);
  const found: AuditedPart[] = [];
  const below = (above: string): void => {
    for (const part of parts) {
      if (found.includes(part) || !part.of.some((parent) => parent.table === above)) continue;
      found.push(part);
      below(part.table);
    }
  };
  below(table);
  return found;
}
