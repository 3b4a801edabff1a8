import { CampaignType } from "@tongzhou/contract/campaigns";
import { sql } from "kysely";
import type { SqlBool } from "kysely";
import { z } from "zod";
import { columnFact } from "../../../platform/lists/bulk-source.ts";
import type { BulkFact, BulkSource } from "../../../platform/lists/bulk-source.ts";
import type { StayRule } from "../../../platform/lists/bulk-work.ts";
import { Removal } from "../../../platform/removal/removal.ts";
import { NotAllowed } from "../../../platform/problems/refusal.ts";
import { CAMPAIGN, mayWithCampaign } from "../campaigns.access.ts";
import { campaignList } from "../campaigns.queries.ts";

const ALIAS = "c";
const day = z.iso.date().nullable();
const column = (name: string, type: "text" | "uuid" | "date" | "integer") => ({
  table: "campaign",
  alias: ALIAS,
  column: name,
  type,
});

/** One that has started keeps everything that starting demanded (R-CAMP-1). */
const neededOnceStarted = (value: unknown): StayRule[] =>
  value === null ? [{ because: "incomplete", when: sql<SqlBool>`c.status <> 'draft'` }] : [];

const person = (name: string): BulkFact =>
  columnFact<string | null>({
    ...column(name, "uuid"),
    value: z.uuid().nullable(),
    stays: neededOnceStarted,
    require(value, viewer) {
      if (name === "owner_id" && !mayWithCampaign(viewer, "edit", value)) throw new NotAllowed();
    },
  });

/** A campaign that would end before it begins keeps its days. */
const backwards =
  (when: (value: string) => StayRule["when"]) =>
  (value: string | null): StayRule[] =>
    value === null ? [] : [{ because: "ends_before_start", when: when(value) }];

/** How campaigns are deleted: drafts with their costs; the capabilities above add what hangs on them. */
export const campaignRemoval = new Removal("campaign")
  .staysWhen("not_draft", (alias) => sql<SqlBool>`${sql.ref(`${alias}.status`)} <> 'draft'`)
  .takes({ table: "campaign_cost", column: "campaign_id" });

/** Campaigns as a list whose records are changed many at once. */
export const bulkCampaigns = (): BulkSource => ({
  access: CAMPAIGN,
  alias: ALIAS,
  list: () => campaignList,
  facts: {
    type: columnFact<string>({ ...column("type", "text"), value: CampaignType }),
    productLineId: columnFact<string | null>({ ...column("product_line_id", "uuid"), value: z.uuid().nullable() }),
    ownerId: person("owner_id"),
    channel: columnFact<string | null>({
      ...column("channel", "text"),
      value: z.string().trim().min(1).max(60).nullable(),
    }),
    startsOn: columnFact<string | null>({
      ...column("starts_on", "date"),
      value: day,
      stays: backwards((value) => sql<SqlBool>`c.ends_on < ${value}::date`),
    }),
    endsOn: columnFact<string | null>({
      ...column("ends_on", "date"),
      value: day,
      stays: backwards((value) => sql<SqlBool>`c.starts_on > ${value}::date`),
    }),
    nextStepOwnerId: person("next_step_owner_id"),
    nextStepDays: columnFact<number | null>({
      ...column("next_step_days", "integer"),
      value: z.int().min(0).max(365).nullable(),
      stays: neededOnceStarted,
    }),
  },
  removal: campaignRemoval,
  removed: (context, ids) => context.emit("campaign.removed", ids),
  edited: (context, ids) => context.emit("campaign.edited", ids),
});
