import { sql } from "kysely";
import type { PoolClient } from "pg";
import { expect, test } from "vitest";
import { bindClient } from "../database/bind-client.ts";
import { askedJoins, withJoins } from "./asked-joins.ts";

const PARTS = {
  table: sql`lead`,
  joins: [
    { alias: "contact", join: sql`left join contact on contact.id = lead.contact_id` },
    { alias: "score", join: sql`left join score on score.lead_id = lead.id` },
  ],
};
const WHOLE = "lead left join contact on contact.id = lead.contact_id left join score on score.lead_id = lead.id";
// Nothing is sent: the statements are only written.
const tx = bindClient({} as PoolClient);

const asked = (...asking: Parameters<typeof askedJoins>[1]) =>
  askedJoins({ from: withJoins(PARTS.table, PARTS.joins), parts: PARTS }, asking, tx)
    .compile(tx)
    .sql.trim();

test("a join is there when something speaks of it, quoted or not, and left out when nothing does", () => {
  expect(asked(sql`lead.owner_id = ${1}`)).toBe("lead");
  expect(asked(sql`lead.owner_id = ${1}`, sql`contact.name`)).toBe(
    "lead left join contact on contact.id = lead.contact_id",
  );
  expect(asked(sql`true`, sql.ref("score.heat"))).toBe("lead left join score on score.lead_id = lead.id");
  expect(asked(sql`coalesce(contact.name, score.note) = ''`)).toBe(WHOLE);
});

test("a table of the same name elsewhere, or a longer name, asks for nothing", () => {
  expect(asked(sql`lead.contact_id in (select id from published.contact)`)).toBe("lead");
  expect(asked(sql`exists (select from published.contact as of_contact where of_contact.id = lead.contact_id)`)).toBe(
    "lead",
  );
  expect(asked(sql`lead_score.cell = 'A1' and my.score.x`)).toBe("lead");
});

test("a list that is not in parts stays whole", () => {
  const from = withJoins(PARTS.table, PARTS.joins);
  expect(askedJoins({ from }, [sql`true`], tx)).toBe(from);
});
