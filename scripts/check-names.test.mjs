import { join } from "node:path";
import { expect, test } from "vitest";
import { checkNames } from "./check-names.mjs";
import { ROOT } from "./install.mjs";

test("a name that differs, repeats, is missing or says nothing is reported, and a good one is not", () => {
  const { complaints } = checkNames(join(ROOT, "scripts/fixtures/names"));
  expect(complaints).toEqual([
    "scripts/capability-sides.json names dreams, which is not in capability-map.json",
    "leads depends on weather, which is not in the map",
    "leads has no database side: db/schema/leads.sql is missing",
    "leads has no server side: server/src/capabilities/leads/index.ts is missing",
    "leads has no web side: web/src/capabilities/leads/index.ts is missing",
    "journeys is said to be planned, yet server/src/capabilities/journeys/index.ts is there",
    "demo is said to have no web side, yet web/src/capabilities/demo/index.ts is there",
    "web/src/capabilities/weather is not in capability-map.json",
    "one file name in 2 places: server/src/platform/twice.ts, web/src/platform/twice.ts",
    "one number in 2 migrations: db/migrations/0002-people.sql, db/migrations/0002-teams.sql",
    'server/src/platform/LeadService.ts: "service" says nothing about what is inside',
    'server/src/platform/route-v2.ts: "v2" says nothing about what is inside',
    'web/src/ui/date-utils.ts: "utils" says nothing about what is inside',
    "server/src/capabilities/people/domain/rank-people.ts exports no function rankPeople",
    "server/src/capabilities/people/remove-person.ts exports no function removePerson",
    "web/src/capabilities/people/PersonCard.tsx exports no function PersonCard",
    "web/src/capabilities/people/usePeople.ts exports no function usePeople",
  ]);
});
