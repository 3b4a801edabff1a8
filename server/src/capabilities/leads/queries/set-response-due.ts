import type { Context } from "../../../platform/ledger/context.ts";

/** By when the owner of an assigned lead must answer; null when the calendar says nothing. */
export interface ResponseDue {
  readonly leadId: string;
  readonly dueAt: Date | null;
}

/**
 * Keeps when answers are due, for lists and the page of today; computed by who knows the calendar and the first-response
 * times, for leads of `lead.assigned` and when either of them changes. Moving a lead away clears it by itself.
 */
export async function setResponseDue({ client }: Context, dues: readonly ResponseDue[]): Promise<void> {
  if (dues.length === 0) return;
  await client.query({
    name: "set-response-due",
    text: `
      update lead_clock as c
      set due_at = coalesce(due.at, 'infinity')
      from unnest($1::uuid[], $2::timestamptz[]) as due (lead_id, at)
      join lead as l on l.id = due.lead_id and l.stage = 'assigned'
      where c.lead_id = due.lead_id`,
    values: [dues.map(({ leadId }) => leadId), dues.map(({ dueAt }) => dueAt?.toISOString() ?? null)],
  });
}
