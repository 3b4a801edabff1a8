import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../database/test-database.ts";
import type { TestDatabase } from "../../database/test-database.ts";
import type { NaiveOperation, Snapshot } from "./naive-undo.fixture.ts";
import { isUndone, predictUndo } from "./naive-undo.fixture.ts";
import { boatSchema } from "./boat-schema.ts";
import { undoOperation } from "./undo-operation.ts";
import { UndoWorld, WORLD_TABLES } from "./undo-world.fixture.ts";
import type { Deed } from "./undo-world.fixture.ts";

const PERSON = { kind: "person", personId: "00000000-0000-7000-8000-000000000001" } as const;
const RUNS = Number(process.env["TONGZHOU_PROPERTY_RUNS"] ?? 15);

const number = fc.nat({ max: 1000 });
const deeds: fc.Arbitrary<Deed[]> = fc.array(fc.tuple(fc.nat({ max: 12 }), number, number, number), {
  minLength: 2,
  maxLength: 14,
});

const asLines = (rows: Snapshot): string[] =>
  [...rows]
    .flatMap(([table, own]) =>
      [...own].map(([id, row]) => `${table} ${id} ${JSON.stringify(row, Object.keys(row).toSorted())}`),
    )
    .toSorted();

// A wrong undo can look right under one plan of the database: both are tried.
describe.each(["on", "off"])("with enable_nestloop %s", (nestloop) => {
  let database: TestDatabase;
  let world: UndoWorld;

  beforeAll(async () => {
    database = await createTestDatabase({ migrations: "platform" });
    await database.pool.query(boatSchema);
    await database.pool.query(
      `do $$ begin execute format('alter database %I set enable_nestloop = ${nestloop}', current_database()); end $$`,
    );
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    world = new UndoWorld(database);
  });

  /** Undoes for real and compares with what the naive model says, before and after. */
  async function undoAndCompare(operation: NaiveOperation): Promise<number> {
    const predicted = predictUndo(WORLD_TABLES, world.operations, operation.id, world.rows);
    const undone = await undoOperation(database.house, { operationId: operation.id, actor: PERSON, source: "web" });
    if ("refused" in undone) throw new Error(undone.refused);
    await world.note({ id: undone.operationId, undoesId: operation.id, byPerson: true });
    const staying = undone.report.staying.map((row) => [row.table, row.rowId, row.column].filter(Boolean).join(" "));
    expect(staying.toSorted()).toEqual([...predicted.staying].toSorted());
    expect(asLines(world.rows)).toEqual(asLines(predicted.rows));
    return staying.length;
  }

  test("undoing everything in reverse gives the beginning back, byte for byte", async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (script) => {
        await world.begin();
        for (const deed of script) await world.perform(deed);
        for (const operation of world.operations.toReversed()) {
          if (isUndone(world.operations, operation.id)) continue;
          expect(await undoAndCompare(operation)).toBe(0);
        }
        expect(asLines(world.rows)).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 120_000);

  test("undoing in any order, with redo and new deeds between, restores or reports what the naive model predicts", async () => {
    let stayed = 0;
    await fc.assert(
      fc.asyncProperty(
        deeds,
        fc.array(fc.tuple(number, fc.nat({ max: 3 })), { minLength: 3, maxLength: 10 }),
        deeds,
        async (script, choices, later) => {
          await world.begin();
          for (const deed of script) await world.perform(deed);
          for (const [choice, pause] of choices) {
            const possible = world.operations.filter(
              (one) => !isUndone(world.operations, one.id) && world.canBeUndone(one),
            );
            const operation = possible[choice % Math.max(possible.length, 1)];
            if (operation) stayed += await undoAndCompare(operation);
            const deed = pause === 0 ? later[choice % later.length] : undefined;
            if (deed) await world.perform(deed);
          }
        },
      ),
      { numRuns: RUNS * 2, endOnFailure: true },
    );
    expect(stayed).toBeGreaterThan(0); // otherwise nothing was in anybody's way and the test has shown little
  }, 240_000);
});
