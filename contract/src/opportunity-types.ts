import { z } from "zod";
import { DraftProblem } from "./draft-problem.ts";
import { endpoint } from "./endpoint.ts";
import { Evidence, OpportunityWeight } from "./opportunity-type.ts";

/** The fields that a stage may ask for. */
export const REQUIRABLE_FIELDS = ["amount", "expectedCloseOn", "nextStep", "nextStepOn", "productLineId"] as const;
export const RequirableField = z.enum(REQUIRABLE_FIELDS);
export type RequirableField = z.infer<typeof RequirableField>;

/** A stage as it is edited: without `id` it is added. */
export const StageContent = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().max(120),
  probability: z.int(),
  requiredFields: z.array(RequirableField).max(50),
  requiredEvidence: z.array(Evidence).max(50),
  usualDays: z.int().nullable(),
});
export type StageContent = z.infer<typeof StageContent>;

export const TypeContent = z.object({
  name: z.string().trim().max(120),
  active: z.boolean(),
  stages: z.array(StageContent).max(50),
});
export type TypeContent = z.infer<typeof TypeContent>;

export const OpportunityTypeShown = TypeContent.extend({
  id: z.uuid(),
  code: z.string(),
  weight: OpportunityWeight,
  stages: z.array(StageContent.extend({ id: z.uuid() })),
  /** What will surprise somebody: many fields on one stage, a probability that falls. */
  warnings: z.array(DraftProblem),
});
export type OpportunityTypeShown = z.infer<typeof OpportunityTypeShown>;

export const opportunityTypes = {
  list: endpoint({
    id: "opportunities.listTypes",
    method: "GET",
    path: "/opportunity-types",
    summary: "The types of opportunities with their stages.",
    response: z.array(OpportunityTypeShown),
  }),
  create: endpoint({
    id: "opportunities.createType",
    method: "POST",
    path: "/opportunity-types",
    summary: "Adds a type: a pipeline with stages, a brief, or a tag.",
    body: z.object({
      name: z.string().trim().min(1).max(120),
      code: z
        .string()
        .max(50)
        .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/),
      weight: OpportunityWeight,
      stages: z.array(StageContent.omit({ id: true })).max(50),
    }),
    response: OpportunityTypeShown,
    errors: ["opportunity_type_wrong", "opportunity_type_code_taken"],
  }),
  edit: endpoint({
    id: "opportunities.editType",
    method: "PUT",
    path: "/opportunity-types/:typeId",
    summary: "Renames a type, edits its stages and their order; a stage that opportunities are in cannot be taken out.",
    params: z.object({ typeId: z.uuid() }),
    body: z.object({ from: TypeContent, to: TypeContent }),
    response: OpportunityTypeShown,
    errors: ["changed_meanwhile", "opportunity_type_wrong", "opportunity_stage_in_use"],
  }),
};
