import { z } from "zod";
import { ConditionField } from "./condition-fields.ts";
import { DraftProblem } from "./draft-problem.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { LeadStandard } from "./lead-standard.ts";
import { Sentence } from "./sentence.ts";

export const STANDARD_STATES = ["draft", "in_force", "superseded"] as const;
export const StandardState = z.enum(STANDARD_STATES);
export type StandardState = z.infer<typeof StandardState>;

/** The two departments whose agreement a standard is. */
export const STANDARD_SIDES = ["marketing", "sales"] as const;
export const StandardSide = z.enum(STANDARD_SIDES);
export type StandardSide = z.infer<typeof StandardSide>;

export const StandardSignature = z.object({
  side: StandardSide,
  personId: z.uuid(),
  personName: z.string(),
  signedAt: z.iso.datetime(),
});
export type StandardSignature = z.infer<typeof StandardSignature>;

const Note = z.string().trim().max(1000).nullable();

/** A version without its content, for the list of versions. */
export const StandardVersion = z.object({
  id: z.uuid(),
  version: z.int(),
  state: StandardState,
  note: z.string().nullable(),
  basedOnId: z.uuid().nullable(),
  inForceFrom: z.iso.datetime().nullable(),
  supersededAt: z.iso.datetime().nullable(),
  signatures: z.array(StandardSignature),
});
export type StandardVersion = z.infer<typeof StandardVersion>;

/** A version as its page shows it. */
export const StandardPage = StandardVersion.extend({
  content: LeadStandard,
  /** Names exactly this content; whoever signs sends back the one they read. */
  contentHash: z.string(),
  /** What is wrong with it; an error keeps it from being signed. */
  problems: z.array(DraftProblem),
  /** What it changes against the version in force; empty for that version itself, and when there is none. */
  differences: z.array(Sentence),
  /** The sides that the viewer may sign for now: granted, not yet signed, and not the same person twice. */
  maySignFor: z.array(StandardSide),
  mayEdit: z.boolean(),
});
export type StandardPage = z.infer<typeof StandardPage>;

const standardParams = z.object({ standardId: z.uuid() });

export const standards = {
  list: endpoint({
    id: "standards.listStandards",
    method: "GET",
    path: "/standards",
    summary: "The versions of the lead standard, newest first.",
    response: z.array(StandardVersion),
  }),
  read: endpoint({
    id: "standards.readStandard",
    method: "GET",
    path: "/standards/:standardId",
    summary: "A version of the lead standard with what is wrong with it and what it changes.",
    params: standardParams,
    response: StandardPage,
  }),
  fields: endpoint({
    id: "standards.listStandardFields",
    method: "GET",
    path: "/standard-fields",
    summary: "The fields that fit rules and the conditions of engagement rules may ask about.",
    response: z.object({ fit: z.array(ConditionField), engagement: z.array(ConditionField) }),
  }),
  create: endpoint({
    id: "standards.createStandardDraft",
    method: "POST",
    path: "/standards",
    summary: "Begins a draft from the shipped standard or from any version.",
    body: z.object({ basedOnId: z.uuid().nullable().default(null), note: Note.default(null) }),
    response: StandardPage,
    errors: ["not_found"],
  }),
  edit: endpoint({
    id: "standards.editStandardDraft",
    method: "PATCH",
    path: "/standards/:standardId",
    summary: "Edits a draft that nobody has signed yet.",
    params: standardParams,
    body: z.object({ content: changeOf(LeadStandard), note: changeOf(Note) }),
    response: StandardPage,
    errors: ["standard_not_a_draft", "standard_is_signed", "changed_meanwhile"],
  }),
  discard: endpoint({
    id: "standards.discardStandardDraft",
    method: "DELETE",
    path: "/standards/:standardId",
    summary: "Throws a draft away, signatures included.",
    params: standardParams,
    response: z.object({}),
    errors: ["standard_not_a_draft"],
  }),
  sign: endpoint({
    id: "standards.signStandard",
    method: "POST",
    path: "/standards/:standardId/signatures",
    summary: "Signs a draft for marketing or for sales; with both signatures, of two people, it takes force.",
    params: standardParams,
    body: z.object({ side: StandardSide, contentHash: z.string().max(64) }),
    response: StandardPage,
    errors: [
      "standard_not_a_draft",
      "standard_has_errors",
      "standard_changed_meanwhile",
      "side_already_signed",
      "signed_for_the_other_side",
    ],
  }),
};
