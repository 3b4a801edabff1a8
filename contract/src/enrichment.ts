import { z } from "zod";
import { RecordChoice } from "./assignment.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { FileReading, MAX_COLUMNS } from "./import-settings.ts";
import { LongOperation } from "./jobs.ts";

/** Fields of an account that a provider may know. The name is only ever offered: whoever wrote it knows whom they meant. */
export const ENRICHED_FIELDS = [
  "name",
  "creditCode",
  "industryCode",
  "regionCode",
  "sizeBand",
  "website",
  "address",
] as const;
export const EnrichedField = z.enum(ENRICHED_FIELDS);
export type EnrichedField = z.infer<typeof EnrichedField>;

/** What a column of a reference file can be. Short and English names find a company; they are no field of it. */
export const REFERENCE_TARGETS = [
  "name",
  "shortName",
  "englishName",
  "creditCode",
  "industry",
  "region",
  "address",
  "size",
  "website",
] as const;
export const ReferenceTarget = z.enum(REFERENCE_TARGETS);
export type ReferenceTarget = z.infer<typeof ReferenceTarget>;

/** Targets that several columns may share: two short names; province, city and district in this order. */
export const SHARED_REFERENCE_TARGETS: ReadonlySet<ReferenceTarget> = new Set(["shortName", "englishName", "region"]);

/** Lines of a reference file at most. */
export const MAX_REFERENCE_ROWS = 300_000;

/** By what a company was found, the surest first. */
export const MATCHED_BY = ["creditCode", "exact", "core", "brand"] as const;
export const MatchedBy = z.enum(MATCHED_BY);
export type MatchedBy = z.infer<typeof MatchedBy>;

export const Cost = z.object({ minor: z.int(), currency: z.string() });
export type Cost = z.infer<typeof Cost>;

/** Where exactly it says so: a file with its version and line, or a page. */
export const FactOrigin = z.object({
  words: z.string(),
  version: z.int().nullable(),
  line: z.int().nullable(),
});
export type FactOrigin = z.infer<typeof FactOrigin>;

/** `well`: it is asked; `resting`: it failed too often and is left alone for a while; `trying`: the next question decides. */
export const SourceHealth = z.enum(["well", "resting", "trying"]);
export type SourceHealth = z.infer<typeof SourceHealth>;

/** A version of a reference file. `reading` until every line was read, then `current`, or `older` behind a newer one. */
export const ReferenceFile = z.object({
  /** Also the id of the long operation that reads it. */
  id: z.uuid(),
  version: z.int(),
  fileName: z.string(),
  state: z.enum(["reading", "failed", "stopped", "undone", "current", "older"]),
  rows: z.int(),
  /** Lines without a name or a credit code, which nobody can be found by. */
  skipped: z.int(),
  broughtById: z.uuid().nullable(),
  broughtByName: z.string().nullable(),
  at: z.iso.datetime(),
  columns: z.array(z.object({ header: z.string(), target: ReferenceTarget })),
});
export type ReferenceFile = z.infer<typeof ReferenceFile>;

export const EnrichmentSource = z.object({
  id: z.uuid(),
  /** The code of its provider: `reference_file`. */
  provider: z.string(),
  name: z.string(),
  /** Whether it is asked at all. */
  active: z.boolean(),
  /** Whether it is asked about every company that comes in. */
  fillsNew: z.boolean(),
  health: SourceHealth,
  restsUntil: z.iso.datetime().nullable(),
  /** The last failures, the newest first. */
  failures: z.array(z.object({ at: z.iso.datetime(), code: z.string(), detail: z.string() })),
  asked: z.int(),
  answered: z.int(),
  /** What it filled that stands, and in how many accounts. */
  filledValues: z.int(),
  filledAccounts: z.int(),
  /** What it cost so far, by currency. */
  costs: z.array(Cost),
  file: ReferenceFile.nullable(),
});
export type EnrichmentSource = z.infer<typeof EnrichmentSource>;

export const MappedReferenceColumn = z.object({
  column: z
    .int()
    .min(0)
    .max(MAX_COLUMNS - 1),
  target: ReferenceTarget,
});
export type MappedReferenceColumn = z.infer<typeof MappedReferenceColumn>;

/** A file that was uploaded through `imports.upload`, and what its columns are. */
export const ReferenceFileOrder = z.object({
  fileId: z.uuid(),
  reading: FileReading.default({}),
  columns: z.array(MappedReferenceColumn).min(1).max(MAX_COLUMNS),
});
export type ReferenceFileOrder = z.infer<typeof ReferenceFileOrder>;

/** What a line of a file says, as far as it could be read. */
const ReadLine = z.object({
  line: z.int(),
  facts: z.partialRecord(EnrichedField, z.string()),
  otherNames: z.array(z.string()),
});

export const ReferencePreview = z.object({
  fileId: z.uuid(),
  name: z.string(),
  lineCount: z.int(),
  reading: FileReading,
  columns: z.array(
    z.object({
      column: z.int(),
      header: z.string(),
      target: ReferenceTarget.nullable(),
      samples: z.array(z.string()),
    }),
  ),
  rows: z.array(ReadLine),
});
export type ReferencePreview = z.infer<typeof ReferencePreview>;

/**
 * What taking an offer would do: `fills` a blank, `replaces` what enrichment wrote before; `differs` from what a person wrote,
 * `cleared` by a person: both only when somebody asks for it; `same` already; `taken`: another account has this credit code.
 */
export const OfferState = z.enum(["fills", "replaces", "differs", "cleared", "same", "taken"]);
export type OfferState = z.infer<typeof OfferState>;

export const FactOffer = z.object({
  field: EnrichedField,
  present: z.string().nullable(),
  offered: z.string(),
  state: OfferState,
  sourceId: z.uuid(),
  sourceName: z.string(),
  origin: FactOrigin,
  matchedBy: MatchedBy,
});
export type FactOffer = z.infer<typeof FactOffer>;

/** What became of asking one source: `ambiguous` when several companies may be meant, `failed` and `resting` when it said nothing. */
export const SourceAnswer = z.object({
  sourceId: z.uuid(),
  name: z.string(),
  outcome: z.enum(["found", "none", "ambiguous", "failed", "resting"]),
  matchedBy: MatchedBy.nullable(),
  /** Whom it could have meant, when several. */
  candidates: z.array(z.string()),
  restsUntil: z.iso.datetime().nullable(),
  cost: Cost.nullable(),
});
export type SourceAnswer = z.infer<typeof SourceAnswer>;

export const AccountOffers = z.object({
  /** By which offers are taken; for a day. */
  id: z.uuid(),
  sources: z.array(SourceAnswer),
  offers: z.array(FactOffer),
});
export type AccountOffers = z.infer<typeof AccountOffers>;

/** A value of an account that stands as enrichment wrote it. */
export const FilledFact = z.object({
  field: EnrichedField,
  sourceName: z.string(),
  origin: FactOrigin,
  matchedBy: MatchedBy,
  /** When the source said so, and when it was written here. */
  answeredAt: z.iso.datetime(),
  filledAt: z.iso.datetime(),
  /** Who asked for it; null when the house filled it in by itself. */
  filledByName: z.string().nullable(),
  cost: Cost.nullable(),
});
export type FilledFact = z.infer<typeof FilledFact>;

export const AccountEnrichment = z.object({
  /** Whether there is anybody to ask. */
  canAsk: z.boolean(),
  filled: z.array(FilledFact),
});
export type AccountEnrichment = z.infer<typeof AccountEnrichment>;

const sourceParams = z.object({ sourceId: z.uuid() });
const accountParams = z.object({ accountId: z.uuid() });
const SourceName = z.string().trim().min(1).max(100);
const FILE_ERRORS = [
  "import_file_gone",
  "import_not_yours",
  "reference_without_names",
  "reference_column_twice",
  "reference_too_long",
];

export const enrichment = {
  sources: endpoint({
    id: "enrichment.listSources",
    method: "GET",
    path: "/enrichment/sources",
    summary: "Who is asked about companies, in the order in which they are believed, and how that goes.",
    response: z.array(EnrichmentSource),
  }),
  files: endpoint({
    id: "enrichment.listFiles",
    method: "GET",
    path: "/enrichment/sources/:sourceId/files",
    summary: "The versions of a reference file, the newest first.",
    params: sourceParams,
    response: z.array(ReferenceFile),
  }),
  previewFile: endpoint({
    id: "enrichment.previewFile",
    method: "POST",
    path: "/enrichment/file-previews",
    summary: "The beginning of an uploaded file: what its columns probably are, and what its first lines say.",
    body: z.object({
      fileId: z.uuid(),
      reading: FileReading.default({}),
      /** As somebody settled them; proposed when left out. */
      columns: z.array(MappedReferenceColumn).max(MAX_COLUMNS).optional(),
    }),
    response: ReferencePreview,
    errors: ["import_file_gone", "import_not_yours", "import_sheet_not_chosen"],
  }),
  addSource: endpoint({
    id: "enrichment.addSource",
    method: "POST",
    path: "/enrichment/sources",
    summary: "Adds a reference file to ask about companies, and reads it in the background.",
    body: ReferenceFileOrder.extend({ name: SourceName, fillsNew: z.boolean().default(true) }),
    response: z.object({ sourceId: z.uuid(), longOperationId: z.uuid() }),
    errors: [...FILE_ERRORS, "source_name_taken"],
  }),
  addVersion: endpoint({
    id: "enrichment.addVersion",
    method: "POST",
    path: "/enrichment/sources/:sourceId/files",
    summary: "Puts a newer version of a reference file in the place of the one before, once it is read.",
    params: sourceParams,
    body: ReferenceFileOrder,
    response: z.object({ sourceId: z.uuid(), longOperationId: z.uuid() }),
    errors: FILE_ERRORS,
  }),
  editSource: endpoint({
    id: "enrichment.editSource",
    method: "PATCH",
    path: "/enrichment/sources/:sourceId",
    summary: "Renames a source, asks it or leaves it alone.",
    params: sourceParams,
    body: z.object({
      name: changeOf(SourceName),
      active: changeOf(z.boolean()),
      fillsNew: changeOf(z.boolean()),
    }),
    response: z.object({ sourceId: z.uuid() }),
    errors: ["changed_meanwhile", "source_name_taken"],
  }),
  wakeSource: endpoint({
    id: "enrichment.wakeSource",
    method: "POST",
    path: "/enrichment/sources/:sourceId/awakenings",
    summary: "Asks a source again at once that rests because it failed too often.",
    params: sourceParams,
    response: z.object({ sourceId: z.uuid() }),
  }),
  previewRun: endpoint({
    id: "enrichment.previewRun",
    method: "POST",
    path: "/enrichment/run-previews",
    summary: "How many companies a run over the chosen accounts would ask about.",
    body: z.object({ choice: RecordChoice }),
    response: z.object({ companies: z.int() }),
    errors: ["filter_invalid"],
  }),
  run: endpoint({
    id: "enrichment.runEnrichment",
    method: "POST",
    path: "/enrichment/runs",
    summary: "Asks about the chosen accounts in the background and fills in what nobody wrote.",
    body: z.object({ choice: RecordChoice }),
    response: z.object({ longOperationId: z.uuid() }),
    errors: ["filter_invalid", "nobody_to_ask"],
  }),
  runs: endpoint({
    id: "enrichment.listRuns",
    method: "GET",
    path: "/enrichment/runs",
    summary: "The last runs over many accounts, the newest first.",
    response: z.array(LongOperation),
  }),
  ofAccount: endpoint({
    id: "enrichment.showFilled",
    method: "GET",
    path: "/accounts/:accountId/enrichment",
    summary: "Which fields of an account stand as enrichment wrote them: by whom, from where, when, at what cost.",
    params: accountParams,
    response: AccountEnrichment,
  }),
  ask: endpoint({
    id: "enrichment.askAbout",
    method: "POST",
    path: "/accounts/:accountId/enrichment-offers",
    summary:
      "Asks every source about a company now, and says what would be filled and what differs. Nothing is written.",
    params: accountParams,
    response: AccountOffers,
    errors: ["nobody_to_ask", "only_companies_are_asked_about"],
  }),
  take: endpoint({
    id: "enrichment.takeOffers",
    method: "POST",
    path: "/accounts/:accountId/enrichments",
    summary: "Writes offered values into an account, also over what a person wrote where it is named.",
    params: accountParams,
    body: z.object({
      offersId: z.uuid(),
      /** Each with what stood there when it was offered. */
      fields: z
        .array(z.object({ field: EnrichedField, from: z.string().nullable() }))
        .min(1)
        .max(ENRICHED_FIELDS.length),
    }),
    response: z.object({ filled: z.array(EnrichedField) }),
    errors: ["offers_gone", "changed_meanwhile", "name_taken", "credit_code_of_another"],
  }),
};
