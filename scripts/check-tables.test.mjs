import { join } from "node:path";
import { expect, test } from "vitest";
import { checkTableKinds } from "./check-table-kinds.mjs";
import { checkTableOwners } from "./check-table-owners.mjs";
import { ROOT } from "./install.mjs";

const fixture = join(ROOT, "scripts/fixtures/tables");

test("a statement on somebody else's table is reported, by Kysely or as text, and one on a published view below is not", () => {
  expect(checkTableOwners(fixture).complaints).toEqual([
    "db/schema/routing.sql:7 creates lead, which db/schema/leads.sql creates too",
    "server/src/capabilities/leads/leads.queries.ts:3 uses person, which belongs to people",
    "server/src/capabilities/leads/leads.queries.ts:6 reads published.weather, which no schema file creates",
    "server/src/capabilities/leads/leads.queries.ts:4 uses assignment, which belongs to routing",
    "server/src/capabilities/leads/leads.queries.ts:5 uses stored_file, which belongs to platform",
    "server/src/capabilities/people/people.queries.ts:1 reads published.leads of leads, which is not in the list of people",
    "server/src/capabilities/people/people.queries.ts:2 reads published.lead_line of leads, which is not in the list of people",
    "server/src/platform/jobs/run-jobs.ts:1 uses lead, which belongs to leads",
    "server/src/capabilities/leads/smuggle-leads.ts:1 holds a statement; only queries touch SQL",
    "db/schema/leads.sql:25 refers to assignment of routing, which is not in the list of leads",
    "db/schema/leads.sql:21 uses person, which belongs to people",
  ]);
});

test("a table without a kind, or one that breaks the promises of its kind, is reported", () => {
  expect(checkTableKinds(fixture).complaints).toEqual([
    "db/schema/leads.sql:2 lead: updated_at is timestamptz, not timestamptz(3)",
    "db/schema/leads.sql:2 lead: updated_at: the ledger knows that",
    "db/schema/leads.sql:2 lead: its reference to person cascades",
    "db/schema/leads.sql:2 lead: its reference to person is not deferrable, and undo defers",
    "db/schema/leads.sql:9 touch: has no operation_id uuid not null default current_operation()",
    "db/schema/leads.sql:9 touch: a fact carries no lead_id",
    "db/schema/leads.sql:16 nameless: has no comment; it begins with 'kind: business | fact | derived | outside.'",
    "db/schema/leads.sql:17 vague: its comment says the kind and not what a row is",
    "db/schema/leads.sql:17 vague: has no operation_id uuid not null default current_operation()",
    'db/schema/leads.sql:19 stray: its comment does not begin with a kind: "A table of no kind at all."',
    "db/schema/routing.sql:1 assignment: a business table is not partitioned",
    "db/schema/routing.sql:7 lead: has no operation_id uuid not null default current_operation()",
    "db/schema/routing.sql:8 turn: says it is part of team_id, which is no column of it",
    'db/schema/routing.sql:8 turn: the ledger does not understand "belongs to nobody"',
    "db/schema/routing.sql:17 rest: holds place together with others, which is no column of it",
    "db/schema/routing.sql:17 rest: holds id together with nothing else",
    "db/schema/routing.sql:17 rest: stays with place, which is no column of it",
    "db/schema/routing.sql:8 turn: its restricting reference to turn is part of a circle",
    "db/schema/routing.sql:8 turn: its restricting reference to rest is part of a circle",
    "db/schema/routing.sql:17 rest: its restricting reference to turn is part of a circle",
  ]);
});
