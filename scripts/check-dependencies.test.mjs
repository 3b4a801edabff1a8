import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cruiseBelow, unread } from "./check-dependencies.mjs";
import { ROOT } from "./install.mjs";
import { readJson } from "./source-files.mjs";

const { forbidden } = createRequire(import.meta.url)("../dependency-rules.cjs");
const capabilities = readJson(ROOT, "capability-map.json");

/** What each file of the fixture breaks; the files that are not named break nothing. */
const broken = {
  "contract/src/cycle-one.ts": ["no-cycles"],
  "contract/src/knows-more-than-zod.ts": ["contract-knows-only-zod"],
  "contract/src/leads-nowhere.ts": ["contract-knows-only-zod", "no-unresolved-import"],
  "server/src/app.ts": ["enter-by-the-front-door"],
  "server/src/capabilities/leads/by-the-window.test.ts": ["tests-use-the-front-door"],
  "server/src/capabilities/leads/by-the-window.ts": ["neighbours-use-the-front-door"],
  "server/src/capabilities/leads/domain/borrows-a-decision.ts": ["domain-stays-home", "neighbours-use-the-front-door"],
  "server/src/capabilities/people/domain/reads-a-file.ts": ["domain-is-pure"],
  "server/src/capabilities/people/shows-a-screen.ts": ["sides-never-meet"],
  "server/src/capabilities/people/touches-http.ts": ["only-routes-touch-http"],
  "server/src/capabilities/people/touches-sql-by-platform.ts": ["only-queries-touch-sql"],
  "server/src/capabilities/people/touches-sql.ts": ["only-queries-touch-sql"],
  "server/src/capabilities/people/wants-leads.ts": ["people-depends-only-on-its-list"],
  "server/src/platform/asks-a-capability.ts": ["platform-knows-no-capability"],
  "server/src/platform/text/reads-the-database.ts": ["domain-is-pure"],
  "tracker/src/snippet.ts": ["tracker-imports-nothing"],
  "web/src/capabilities/people/opens-a-page.ts": ["nothing-imports-a-page"],
  "web/src/pages/ContractPage.tsx": ["pages-only-compose"],
  "web/src/pages/FetchingPage.tsx": ["pages-only-compose"],
  "web/src/ui/calls-the-server.ts": ["ui-knows-only-ui"],
  "web/src/ui/knows-a-business-word.ts": ["ui-knows-only-ui"],
};

/** Every capability asks every one that is not in its list, on both sides; and only those. */
const strangers = Object.entries(capabilities).flatMap(([name, needs]) =>
  Object.keys(capabilities)
    .filter((other) => other !== name && !needs.includes(other))
    .map((other) => ({ name, other })),
);

let grid;

beforeAll(() => {
  grid = mkdtempSync(join(tmpdir(), "tongzhou-dependencies-"));
  for (const side of ["server", "web"]) {
    for (const name of Object.keys(capabilities)) {
      write(`${side}/src/capabilities/${name}/index.ts`, `export const here = "${name}";\n`);
    }
    for (const [name, needs] of Object.entries(capabilities)) {
      for (const other of needs) ask(side, name, other);
    }
    for (const { name, other } of strangers) ask(side, name, other);
  }
});

afterAll(() => rmSync(grid, { recursive: true, force: true }));

test("each deliberate violation is reported by its rule, and nothing else is", async () => {
  const { complaints } = await cruiseBelow(join(ROOT, "scripts/fixtures/dependencies"));
  const reported = {};
  for (const { rule, from } of complaints) reported[from] = [...(reported[from] ?? []), rule].toSorted();
  expect(reported).toEqual(broken);
});

test("a capability that asks one outside its list is reported, and one inside is not", async () => {
  const { complaints } = await cruiseBelow(grid);
  const reported = complaints.filter(({ rule }) => rule !== "no-cycles").map(({ rule, from }) => `${rule} ${from}`);
  const expected = ["server", "web"].flatMap((side) =>
    strangers.map(({ name, other }) => `${name}-depends-only-on-its-list ${asking(side, name, other)}`),
  );
  expect(reported.toSorted()).toEqual(expected.toSorted());
});

test("every rule is broken somewhere, so that none can fall asleep", () => {
  const withFixture = new Set(Object.values(broken).flat());
  const derived = new Set(strangers.map(({ name }) => `${name}-depends-only-on-its-list`));
  const untried = forbidden.map(({ name }) => name).filter((name) => !withFixture.has(name) && !derived.has(name));
  expect(untried).toEqual([]);
});

test("a file that was not read is a complaint, so reading nothing is not a success", () => {
  expect(unread(["server/src/app.ts", "web/src/app.tsx"], new Set(["web/src/app.tsx"]))).toEqual([
    "server/src/app.ts was not read by dependency-cruiser",
  ]);
});

function ask(side, name, other) {
  write(asking(side, name, other), `export { here } from "../${other}/index.ts";\n`);
}

function asking(side, name, other) {
  return `${side}/src/capabilities/${name}/asks-${other}.ts`;
}

function write(path, text) {
  mkdirSync(dirname(join(grid, path)), { recursive: true });
  writeFileSync(join(grid, path), text);
}
