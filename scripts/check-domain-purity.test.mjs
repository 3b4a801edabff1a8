import { join } from "node:path";
import { expect, test } from "vitest";
import { checkDomainPurity } from "./check-domain-purity.mjs";
import { ROOT } from "./install.mjs";

test("clock, chance, machine, zone and language are reported with their lines, and what only looks like them is not", () => {
  const { complaints } = checkDomainPurity(join(ROOT, "scripts/fixtures/impure-domain"));
  const file = "server/src/capabilities/leads/domain/impure.ts";
  expect(complaints.map((complaint) => complaint.split(/ (reads|is|reaches|follows) /)[0])).toEqual([
    `${file}:1: Date.now`,
    `${file}:1: new Date()`,
    `${file}:1: Date()`,
    `${file}:2: Math.random`,
    `${file}:3: process`,
    `${file}:4: crypto`,
    `${file}:5: getHours`,
    `${file}:6: localeCompare`,
    `${file}:7: setTimeout`,
  ]);
});
