/** What a column of a file can be imported as. */
export const IMPORT_TARGETS = [
  "name",
  "mobile",
  "phone",
  "email",
  "wechatId",
  "wechatUnion",
  "memberId",
  "company",
  "creditCode",
  "website",
  "industry",
  "companySize",
  "jobTitle",
  "department",
  "region",
  "province",
  "city",
  "district",
  "address",
  "source",
  "campaign",
  "productLine",
  "landingPage",
  "note",
  "occurredAt",
  "owner",
  "stage",
  "stageSince",
  "amount",
] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** Targets that several columns may share: two phones, three remarks. */
export const SHARED_TARGETS: ReadonlySet<ImportTarget> = new Set(["mobile", "phone", "email", "memberId", "note"]);

export interface MappedColumn {
  /** From 0. */
  column: number;
  target: ImportTarget;
  /** Whose ids a `memberId` column holds: the part behind `member:`. */
  memberSource?: string;
}
