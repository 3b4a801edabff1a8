/** What a column of a file may hold, as a map file names it. */
export const RECORD_COLUMNS = [
  "name",
  "givenName",
  "surname",
  "company",
  "phone",
  "mail",
  "birthDate",
  "id",
  "address",
  "postcode",
  "city",
  "region",
  "list",
] as const;
export type RecordColumn = (typeof RECORD_COLUMNS)[number];

/** Are the rows people, or companies and other bodies? */
export type RecordSort = "persons" | "organisations";

/** Which column of a file holds what; several may hold one thing (two phones, an address in three parts). */
export interface RecordMapping {
  readonly sort: RecordSort;
  readonly columns: readonly { readonly column: number; readonly holds: RecordColumn }[];
}
