import type { OpportunityRefusal } from "@tongzhou/contract/opportunity-type";
import type { Sentence } from "@tongzhou/contract/sentence";
import type { Missing } from "./check-gate.ts";

/** What decisions look at. `stageId` is null where the type has no stages. Instants are milliseconds since 1970. */
export interface OpportunityState {
  readonly outcome: "won" | "lost" | null;
  readonly stageId: string | null;
  readonly openedAt: number;
}

/** One row of `lifecycle_event` of an opportunity: stage ids, and `won` or `lost` at the end. */
export interface OpportunityLifecycleRow {
  readonly from: string | null;
  readonly to: string;
  readonly reason: string | null;
}

/** What the table does not allow; nothing changes. `missing` is what a closed gate still asks for. */
export interface OpportunityRefused {
  readonly outcome: "refused";
  readonly code: OpportunityRefusal;
  readonly params: Sentence["params"];
  readonly missing: readonly Missing[];
}

export const refuseOpportunity = (
  code: OpportunityRefusal,
  params: Sentence["params"] = {},
  missing: readonly Missing[] = [],
): OpportunityRefused => ({ outcome: "refused", code, params, missing });
