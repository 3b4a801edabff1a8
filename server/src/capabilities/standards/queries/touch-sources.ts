import { sql } from "kysely";
import type { RawBuilder } from "kysely";

/** A touch that whoever asks for a judgement has just recorded. */
export interface KnownTouch {
  readonly leadId: string;
  readonly at: Date;
  readonly kind: string;
  readonly channel?: string | null;
  readonly campaignId?: string | null;
  readonly productLineId?: string | null;
  readonly title?: string | null;
}

/** What follows `from`: the relations `asked` (leads) and `touch`, joined by whose touches they are. */
export type TouchSource = RawBuilder<unknown>;

/** A lead's touches are those of its contact's identifiers whose product line is the lead's or unknown (architecture.md §3). */
export const storedTouches: TouchSource = sql`
  asked
  join published.identifier as held on held.contact_id = asked.contact_id
  join published.touch as touch on touch.identifier_id = held.id
    and (touch.product_line_id is null or touch.product_line_id = asked.product_line_id)`;

/**
 * The touches of leads whose contacts began in this very operation: there are no others, and looking for more would probe
 * every month of the table for every identifier (10,000 leads over two years: half a million probes).
 */
export function knownTouches(touches: readonly KnownTouch[]): TouchSource {
  const column = (type: string, value: (touch: KnownTouch) => string | null | undefined): RawBuilder<unknown> =>
    sql`${touches.map((touch) => value(touch) ?? null)}::${sql.raw(type)}[]`;
  return sql`
    asked
    join unnest(
      ${column("uuid", ({ leadId }) => leadId)},
      ${column("timestamptz", ({ at }) => at.toISOString())},
      ${column("text", ({ kind }) => kind)},
      ${column("text", ({ channel }) => channel)},
      ${column("uuid", ({ campaignId }) => campaignId)},
      ${column("uuid", ({ productLineId }) => productLineId)},
      ${column("text", ({ title }) => title)}
    ) as touch (lead_id, at, kind, channel, campaign_id, product_line_id, title)
      on touch.lead_id = asked.id
        and (touch.product_line_id is null or touch.product_line_id = asked.product_line_id)`;
}
