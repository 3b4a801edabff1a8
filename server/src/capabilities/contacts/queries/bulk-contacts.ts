import { sql } from "kysely";
import { z } from "zod";
import type { Context } from "../../../platform/ledger/context.ts";
import { columnFact } from "../../../platform/lists/bulk-source.ts";
import type { BulkFact, BulkSource } from "../../../platform/lists/bulk-source.ts";
import { CONTACT } from "../contacts.access.ts";
import { contactRemoval } from "../shapes/contact-removal.ts";
import { contactList } from "./contact-list.ts";
import type { RecordsNamed } from "./contact-list.ts";

const ALIAS = "contact";
const text = (longest: number) => z.string().trim().min(1).max(longest).nullable();

/** What is written about people's jobs is written of the job each has now: of several companies the one they went to last. */
async function writePresentJobs(
  { tx }: Context,
  contactIds: readonly string[],
  column: "title" | "job_function" | "job_level",
  value: string | null,
): Promise<void> {
  await sql`
    update membership
    set ${sql.ref(column)} = ${value}::text
    where id in (
      select distinct on (m.contact_id) m.id
      from membership as m
      join published.account as a on a.id = m.account_id and a.kind = 'company'
      where m.contact_id = any(${[...contactIds]}::uuid[]) and m.until is null
      order by m.contact_id, m.since desc, m.id desc
    )`.execute(tx);
}

const ofJob = (column: "title" | "job_function" | "job_level", longest: number): BulkFact =>
  columnFact<string | null>({
    table: "contact",
    alias: ALIAS,
    column,
    type: "text",
    value: text(longest),
    governed: "job",
    also: (context, ids, value) => writePresentJobs(context, ids, column, value),
  });

/** Contacts as a list whose records are changed many at once. */
export const bulkContacts = (named?: RecordsNamed): BulkSource => ({
  access: CONTACT,
  alias: ALIAS,
  list: () => contactList(named),
  facts: {
    title: ofJob("title", 200),
    jobFunction: ofJob("job_function", 80),
    jobLevel: ofJob("job_level", 80),
    regionCode: columnFact<string | null>({
      table: "contact",
      alias: ALIAS,
      column: "region_code",
      type: "text",
      value: z
        .string()
        .regex(/^\d{6}$/)
        .nullable(),
    }),
  },
  removal: contactRemoval,
  edited: (context, ids) => context.emit("contact.changed", ids),
});
