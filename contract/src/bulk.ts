import { z } from "zod";
import { RecordChoice } from "./assignment.ts";
import { endpoint } from "./endpoint.ts";
import { FieldObject, FieldValue } from "./fields.ts";

/** Up to so many records are changed at once; more in the background. */
export const MAX_RECORDS_AT_ONCE = 5000;

/** Why a record stays as it is. */
export const BULK_STAYS = [
  "not_allowed",
  "field_not_allowed",
  "same",
  "ended",
  "incomplete",
  "ends_before_start",
  "several_open_leads",
  "has_leads",
  "has_opportunities",
  "has_touches",
  "has_activities",
  "has_consents",
  "has_requests",
  "was_merged",
  "is_member",
  "has_members",
  "is_linked",
  "has_people",
  "has_companies_below",
  "has_credit",
  "not_draft",
  "already_member",
] as const;

/** What a change of many records would do, before it is done: how many change, how many stay and why; most first. */
export const BulkPreview = z.object({
  changes: z.int(),
  stays: z.array(z.object({ because: z.enum(BULK_STAYS), count: z.int() })),
  inBackground: z.boolean(),
});
export type BulkPreview = z.infer<typeof BulkPreview>;

/** How many were changed and how many stay; many are changed in the background, where a long operation counts them. */
export const BulkDone = z.object({ changed: z.int(), left: z.int(), longOperationId: z.uuid().nullable() });
export type BulkDone = z.infer<typeof BulkDone>;

const params = z.object({ object: FieldObject });

/** One fact and the value it gets: by the name that edits have for it, or `custom.<id>` for an added field. */
export const BulkEdit = z.object({
  choice: RecordChoice,
  field: z.string().min(1).max(60),
  value: FieldValue,
});

const Join = z.object({ choice: RecordChoice, campaignId: z.uuid() });

export const bulk = {
  previewEdit: endpoint({
    id: "bulk.previewEdit",
    method: "POST",
    path: "/bulk/:object/edit-previews",
    summary: "What giving many records one value would do: how many change, how many stay and why.",
    params,
    body: BulkEdit,
    response: BulkPreview,
    errors: ["filter_invalid", "field_missing", "field_value_wrong", "field_value_required", "field_unique"],
  }),
  edit: endpoint({
    id: "bulk.editRecords",
    method: "POST",
    path: "/bulk/:object/edits",
    summary: "Gives many records one value, named or all that a filter chooses; many are changed in the background.",
    params,
    body: BulkEdit,
    response: BulkDone,
    errors: ["filter_invalid", "field_missing", "field_value_wrong", "field_value_required", "field_unique"],
  }),
  previewRemoval: endpoint({
    id: "bulk.previewRemoval",
    method: "POST",
    path: "/bulk/:object/removal-previews",
    summary: "What deleting many records would do: how many go, how many stay and what keeps them.",
    params,
    body: z.object({ choice: RecordChoice }),
    response: BulkPreview,
    errors: ["filter_invalid", "records_never_deleted"],
  }),
  remove: endpoint({
    id: "bulk.removeRecords",
    method: "POST",
    path: "/bulk/:object/removals",
    summary:
      "Deletes many records with which nobody worked, named or all that a filter chooses; undo brings them back.",
    params,
    body: z.object({ choice: RecordChoice }),
    response: BulkDone,
    errors: ["filter_invalid", "records_never_deleted"],
  }),
  previewJoin: endpoint({
    id: "bulk.previewJoin",
    method: "POST",
    path: "/bulk/contact/campaign-previews",
    summary: "What inviting many contacts to a campaign would do: how many join, how many are in it already.",
    body: Join,
    response: BulkPreview,
    errors: ["filter_invalid", "campaign_over"],
  }),
  join: endpoint({
    id: "bulk.joinCampaign",
    method: "POST",
    path: "/bulk/contact/campaign-members",
    summary: "Invites many contacts to a campaign, named or all that a filter chooses.",
    body: Join,
    response: BulkDone,
    errors: ["filter_invalid", "campaign_over"],
  }),
};
