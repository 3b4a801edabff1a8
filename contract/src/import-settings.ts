import { z } from "zod";
import type { CustomField, FieldObject } from "./fields.ts";
import { TOUCH_KINDS } from "./touch-kinds.ts";

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
  "parent",
  "tier",
] as const;
/** A column of a field that the company added; which one is said beside it. */
export const ADDED_TARGET = "added";

export type OwnTarget = (typeof IMPORT_TARGETS)[number];

export const ImportTarget = z.enum([...IMPORT_TARGETS, ADDED_TARGET]);
export type ImportTarget = z.infer<typeof ImportTarget>;

/** Targets that several columns may share: two phones, three remarks. */
export const SHARED_TARGETS: ReadonlySet<ImportTarget> = new Set([
  "mobile",
  "phone",
  "email",
  "memberId",
  "note",
  ADDED_TARGET,
]);

/** Columns of a file at most; a wider one is not a list of people. */
export const MAX_COLUMNS = 500;

export const CsvEncoding = z.enum(["utf-8", "gb18030", "utf-16le", "utf-16be"]);
export type CsvEncoding = z.infer<typeof CsvEncoding>;

/** How the bytes of a file are read as rows of cells. */
export const CsvFormat = z.object({
  encoding: CsvEncoding,
  separator: z.string().min(1).max(2),
  /** `\n` also stands for `\r\n`. */
  newline: z.enum(["\n", "\r"]),
});
export type CsvFormat = z.infer<typeof CsvFormat>;

/** What one may settle about a file instead of having it recognised. */
export const FileReading = z.object({
  encoding: CsvEncoding.optional(),
  separator: z.string().min(1).max(2).optional(),
  hasHeader: z.boolean().optional(),
});
export type FileReading = z.infer<typeof FileReading>;

/** What becomes of a value of a known person when the file says something: only blanks are filled, the file wins, or nothing. */
export const ColumnRule = z.enum(["fill", "overwrite", "never"]);
export type ColumnRule = z.infer<typeof ColumnRule>;

/** Values of a known person that a file may change, and the targets that say them; the first mapped one carries the rule. */
export const RULED_FIELDS = {
  name: ["name"],
  jobTitle: ["jobTitle"],
  region: ["region", "province", "city", "district", "address"],
} as const satisfies Record<string, readonly ImportTarget[]>;

/** The same of a known company. Its name stays: another one is told, and by it the company is not found. */
export const RULED_FIELDS_OF_ACCOUNTS = {
  industry: ["industry"],
  region: ["region", "province", "city", "district"],
  companySize: ["companySize"],
  tier: ["tier"],
  parent: ["parent"],
  website: ["website"],
  address: ["address"],
  note: ["note"],
} as const satisfies Record<string, readonly ImportTarget[]>;

export const RULED = [
  "name",
  "jobTitle",
  "region",
  "industry",
  "companySize",
  "tier",
  "parent",
  "website",
  "address",
  "note",
] as const;
export type RuledField = (typeof RULED)[number];

/** The values of known records that a rule may be about, with the targets that say them. */
export function ruledFieldsOf(object: ImportObject): Readonly<Partial<Record<RuledField, readonly ImportTarget[]>>> {
  return object === "account" ? RULED_FIELDS_OF_ACCOUNTS : RULED_FIELDS;
}

/** The part behind `member:` of an identifier of another system. */
const MemberSource = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

export const MappedColumn = z.object({
  /** From 0. */
  column: z
    .int()
    .min(0)
    .max(MAX_COLUMNS - 1),
  target: ImportTarget,
  /** Which of the fields that the company added. */
  fieldId: z.uuid().optional(),
  /** Whose ids a `memberId` column holds. */
  memberSource: MemberSource.optional(),
  /** Of a column with values that a file may change; `fill` unless said. */
  rule: ColumnRule.optional(),
});
export type MappedColumn = z.infer<typeof MappedColumn>;

/** What the rows of a file become: people with their interest, people alone, or companies. */
export const IMPORT_OBJECTS = ["lead", "contact", "account"] as const;
export const ImportObject = z.enum(IMPORT_OBJECTS);
export type ImportObject = z.infer<typeof ImportObject>;

/** What a column can be when people are imported without leads; what happened, and who follows it up, is said of leads. */
const CONTACT_TARGETS: ReadonlySet<ImportTarget> = new Set<ImportTarget>([
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
  "jobTitle",
  "region",
  "province",
  "city",
  "district",
  "address",
  "owner",
  ADDED_TARGET,
]);

const ACCOUNT_TARGETS: ReadonlySet<ImportTarget> = new Set<ImportTarget>([
  "company",
  "creditCode",
  "website",
  "industry",
  "companySize",
  "tier",
  "parent",
  "region",
  "province",
  "city",
  "district",
  "address",
  "note",
  "owner",
  ADDED_TARGET,
]);

/** What columns can be, by what the rows become. */
export const TARGETS_OF: Readonly<Record<ImportObject, ReadonlySet<ImportTarget>>> = {
  lead: new Set<ImportTarget>([
    ...IMPORT_TARGETS.filter((target) => target !== "parent" && target !== "tier"),
    ADDED_TARGET,
  ]),
  contact: CONTACT_TARGETS,
  account: ACCOUNT_TARGETS,
};

/** The objects whose added fields a file can fill in: a list of leads says something of people, too. */
export const ADDED_FIELDS_OF: Readonly<Record<ImportObject, readonly FieldObject[]>> = {
  lead: ["contact", "lead"],
  contact: ["contact"],
  account: ["account"],
};

/** Types of added fields that a cell can say: a link leads to one record of perhaps many with a name. */
export const mayBeImported = ({ type, archived }: Pick<CustomField, "type" | "archived">): boolean =>
  type !== "link" && !archived;

/** `new` judges, routes and starts clocks; `history` takes stage, owner and dates from the file and starts nothing. */
export const ImportMode = z.enum(["new", "history"]);
export type ImportMode = z.infer<typeof ImportMode>;

/** Everything that decides what becomes of a row, besides the row. */
export const ImportSettings = z.object({
  reading: FileReading.default({}),
  columns: z.array(MappedColumn).min(1).max(MAX_COLUMNS),
  object: ImportObject.default("lead"),
  /** Of leads. */
  mode: ImportMode.default("new"),
  /** For rows whose own column says none. */
  campaignId: z.uuid().nullable().default(null),
  source: z.string().trim().min(1).max(200).nullable().default(null),
  productLineId: z.uuid().nullable().default(null),
  /** What the file writes for a product line, as a person decided it; null is the unknown line. */
  productLines: z
    .array(z.object({ text: z.string().max(200), productLineId: z.uuid().nullable() }))
    .max(500)
    .default([]),
  /** Which number is the day in 3/4/2025; null: only dates that can be read one way are read. */
  dateOrder: z.enum(["mdy", "dmy"]).nullable().default(null),
  /** What the people of the file did. */
  touchKind: z.enum(TOUCH_KINDS).default("form"),
  channel: z.string().trim().min(1).max(60).nullable().default(null),
});
export type ImportSettings = z.infer<typeof ImportSettings>;

/** The rule of a value; undefined when no column says it. */
export function ruleOf(
  columns: readonly MappedColumn[],
  field: RuledField,
  object: ImportObject = "contact",
): ColumnRule | undefined {
  const targets = ruledFieldsOf(object)[field] ?? [];
  const saying = columns.filter(({ target }) => targets.includes(target));
  if (saying.length === 0) return undefined;
  return saying.find(({ rule }) => rule !== undefined)?.rule ?? "fill";
}
