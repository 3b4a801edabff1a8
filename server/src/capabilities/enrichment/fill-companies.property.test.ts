import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openEnrichmentWorld } from "../../enrichment-world.fixture.ts";
import type { EnrichmentWorld } from "../../enrichment-world.fixture.ts";
import { fillCompanies } from "./fill-companies.ts";

const FILL = operationKind("test.fill");
const FIELDS = ["website", "address"] as const;
type Field = (typeof FIELDS)[number];
type Values = Record<Field, string | null>;

/** Who wrote a field last, as a person would tell it. */
type Writer = "nobody" | "person" | "enrichment" | "cleared";

type Act =
  | { readonly act: "type"; readonly field: Field; readonly value: string | null }
  | { readonly act: "fill"; readonly facts: { readonly [Name in Field]?: string } }
  | { readonly act: "undo" };

const value = fc.constantFrom("a.cn", "b.cn");
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant("type" as const),
      field: fc.constantFrom(...FIELDS),
      value: fc.option(value, { freq: 2 }),
    }),
    fc.record({
      act: fc.constant("fill" as const),
      facts: fc.record({ website: value, address: value }, { requiredKeys: ["website"] }),
    }),
    fc.constant({ act: "undo" as const }),
  ),
  { minLength: 6, maxLength: 12, size: "max" },
);

let world: EnrichmentWorld;
let sourceId: string;
let next = 0;

beforeAll(async () => {
  world = await openEnrichmentWorld();
  sourceId = await world.addSource("none", "来源");
});

async function fill(accountId: string, facts: object): Promise<string> {
  const source = { id: sourceId, provider: "none", name: "来源", active: true, fillsNew: false };
  const origin = { words: "", version: null, line: null };
  const found = { outcome: "found", facts, matchedBy: "exact", origin, at: new Date(0), cost: null } as const;
  const asked = { actor: { kind: "system" }, kind: FILL, source: "job" } as const;
  const said = new Map([[accountId, [{ source, answer: found }]]]);
  return (await operate(world.database.house, asked, (context) => fillCompanies(context, said))).operationId;
}

test("whatever is typed, filled and taken back in any order, what a person wrote or took away stays", async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (plan) => {
      const id = await world.company(`性质测试${String(next++)}有限公司`);
      /** Everything done that may be taken back, with how it was before. */
      const done: { operationId: string; values: Values; writers: Record<Field, Writer> }[] = [];
      let values: Values = { website: null, address: null };
      let writers: Record<Field, Writer> = { website: "nobody", address: "nobody" };
      for (const step of plan) {
        const before = { values, writers };
        if (step.act === "undo") {
          const last = done.pop();
          if (!last) continue;
          const actor = { kind: "person", personId: world.cast.吴桐 } as const;
          await undoOperation(world.database.house, { operationId: last.operationId, actor, source: "web" });
          ({ values, writers } = last);
        } else if (step.act === "type") {
          const { field, value: to } = step;
          if (to === values[field]) continue;
          const operationId = await world.edit(id, { [field]: { from: values[field], to } });
          const blank: Writer = wasFilled([...done, before], field) ? "cleared" : "nobody";
          values = { ...values, [field]: to };
          writers = { ...writers, [field]: to === null ? blank : "person" };
          done.push({ operationId, ...before });
        } else {
          const operationId = await fill(id, step.facts);
          for (const field of FIELDS) {
            const offered = step.facts[field];
            const isFree = writers[field] === "nobody" || writers[field] === "enrichment";
            if (offered === undefined || !isFree || offered === values[field]) continue;
            values = { ...values, [field]: offered };
            writers = { ...writers, [field]: "enrichment" };
          }
          done.push({ operationId, ...before });
        }
        const { website, address } = await world.account(id);
        expect({ website, address }, JSON.stringify(step)).toEqual(values);
        const marked = (await world.filled(id)).map(({ field }) => field);
        expect(marked.toSorted(), JSON.stringify(step)).toEqual(
          FIELDS.filter((field) => writers[field] === "enrichment").toSorted(),
        );
      }
    }),
    { numRuns: 10 },
  );
}, 60_000);

/** Whether enrichment wrote the field by an act that stands: a blank behind it was made by somebody. */
const wasFilled = (done: readonly { readonly writers: Record<Field, Writer> }[], field: Field): boolean =>
  done.some(({ writers }) => writers[field] === "enrichment");
