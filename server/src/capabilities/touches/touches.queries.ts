import type { Pool } from "pg";
import { insertRows } from "../../platform/database/insert-rows.ts";
import type { Context } from "../../platform/ledger/context.ts";

export interface NewTouch {
  readonly id: string;
  readonly identifier_id: string;
  readonly at: Date;
  readonly kind: string;
  readonly channel: string | null;
  readonly campaign_id: string | null;
  readonly product_line_id: string | null;
  readonly title: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Months known to exist, by pool: asking the database for each touch would cost more than the touch. */
const knownMonths = new WeakMap<Pool, Set<string>>();

/** Makes the partitions between two instants, both included. */
export async function ensureTouchMonths(pool: Pool, first: Date, last: Date): Promise<void> {
  const known = knownMonths.get(pool) ?? new Set<string>();
  knownMonths.set(pool, known);
  const months = monthsBetween(first, last);
  if (months.every((month) => known.has(month))) return;
  await pool.query("select ledger.ensure_months('touch', $1, $2)", [first.toISOString(), last.toISOString()]);
  for (const month of months) known.add(month);
}

function monthsBetween(first: Date, last: Date): string[] {
  const count = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  return Array.from({ length: count }, (_, place) =>
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + place, 1)).toISOString().slice(0, 7),
  );
}

export async function insertTouches({ client }: Context, touches: readonly NewTouch[]): Promise<void> {
  const ordered = touches.toSorted((a, b) => (a.identifier_id < b.identifier_id ? -1 : 1));
  await insertRows<NewTouch>(
    client,
    "touch",
    {
      id: "uuid",
      identifier_id: "uuid",
      at: "timestamptz",
      kind: "text",
      channel: "text",
      campaign_id: "uuid",
      product_line_id: "uuid",
      title: "text",
      details: "jsonb",
    },
    ordered,
  );
}
