import type { RuleGroup } from "@tongzhou/contract/conditions";
import { beforeAll, expect, test } from "vitest";
import { EAGER, formOf, openCaptureWorld } from "./capture-world.fixture.ts";
import type { CaptureWorld } from "./capture-world.fixture.ts";
import { createField } from "./capabilities/fields/index.ts";
import { readGrades } from "./capabilities/standards/index.ts";
import { readHouseFields } from "./platform/custom-fields/house-field.ts";
import { offeredToRules, speaksOfGone, withFieldsOfRules } from "./platform/custom-fields/house-fields-in-rules.ts";
import { look } from "./platform/ledger/look.ts";
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";

const AT = new Date("2025-11-10T02:00:00.000Z");

let world: CaptureWorld;
beforeAll(async () => void (world = await openCaptureWorld()));

const addField = () =>
  world.act((context) =>
    createField(context, {
      object: "contact",
      type: "number",
      name: `台数 ${context.newId()}`,
      nameEn: null,
      help: null,
      helpEn: null,
      weight: "decision",
      required: false,
      unique: false,
      sensitive: false,
      visibleTo: null,
      options: [],
      linkedObject: null,
      defaultValue: null,
    }),
  );
const atLeast = (fieldId: string, value: number): RuleGroup => ({
  combinator: "and",
  rules: [{ field: `contact.custom.${fieldId}`, operator: "at_least", value }],
});
const standardWith = (condition: RuleGroup) => ({
  ...EAGER,
  fitRules: [{ ...EAGER.fitRules[0], id: "robots", name: "现有机器人", points: 7, condition }] as typeof EAGER.fitRules,
});

let phones = 0;
async function newLead(fieldId: string, robots: number): Promise<string> {
  phones += 1;
  const [captured] = await world.capture(formOf("李雷", `1390000${String(phones).padStart(4, "0")}`, AT));
  const leadId = captured?.leadId ?? "";
  await world.act(({ tx, newId }) =>
    tx
      .insertInto("custom_value")
      .columns(["id", "field_id", "contact_id", "home_contact_id", "number_value"])
      .expression(({ selectFrom, val }) =>
        selectFrom("lead")
          .select([
            val(newId()).as("id"),
            val(fieldId).as("f"),
            "contact_id",
            "contact_id as home",
            val(robots).as("n"),
          ])
          .where("id", "=", leadId),
      )
      .execute(),
  );
  return leadId;
}

const fitOf = async (leadId: string): Promise<number | undefined> =>
  (await world.act((context) => readGrades(context, [leadId]))).result.get(leadId)?.fit;

test("a fit rule speaks of a field that was just added, and goes on when the adding is undone: then it is never met", async () => {
  const { result: field, operationId } = await addField();
  await world.putInForce(standardWith(atLeast(field.id, 5)));
  const [many, few] = [await newLead(field.id, 9), await newLead(field.id, 2)];
  expect([await fitOf(many), await fitOf(few)]).toEqual([7, 0]);
  await world.act(({ tx }) => tx.deleteFrom("custom_value").where("field_id", "=", field.id).execute());
  await undoOperation(world.database.house, { operationId, actor: { kind: "system" }, source: "web" });
  expect(await fitOf(many)).toBe(0);
});

test("a routing rule speaks of it too: what is offered has it, and what it chooses is compiled with it", async () => {
  const { result: field } = await addField();
  const houseFields = await look(world.database.house, "list", ({ tx }) => readHouseFields(tx));
  const fields = withFieldsOfRules(new Map(), offeredToRules(houseFields), ["lead", "contact", "account"]);
  expect(fields.get(`contact.custom.${field.id}`)?.type).toBe("number");
  expect(speaksOfGone(atLeast(field.id, 5), fields)).toBe(false);
  expect(speaksOfGone(atLeast(world.database.house.newId(), 5), fields)).toBe(true);
});
