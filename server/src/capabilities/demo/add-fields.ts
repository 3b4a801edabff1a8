import { FieldObject, FieldType, FieldWeight } from "@tongzhou/contract/fields";
import type { CustomField, FieldValue } from "@tongzhou/contract/fields";
import { look } from "../../platform/ledger/look.ts";
import { CREATE_FIELD, EDIT_VALUES, createField, takeValues } from "../fields/index.ts";
import type { ValueWish } from "../fields/index.ts";
import { findWorkedOn } from "./demo.queries.ts";
import { Chance } from "./domain/chance.ts";
import type { DemoCompany, DemoField } from "./domain/demo-book.ts";
import type { DemoHouse } from "./life/demo-house.ts";
import { dayBefore, idOf } from "./prepare-demo.ts";
import type { PreparedDemo } from "./prepare-demo.ts";

const SEED = 41;
const MOST_OPTIONS = 3;

/**
 * Adds the fields of the book and fills them in for the records that somebody worked on: one act for the fields of an object
 * and one for their values.
 */
export async function addFields(
  demo: DemoHouse,
  company: DemoCompany,
  { people, today }: Pick<PreparedDemo, "people" | "today">,
): Promise<void> {
  const chance = new Chance(SEED);
  const valueOf = (described: DemoField, field: CustomField): NonNullable<FieldValue> =>
    valueBy(chance, today, described, field);
  for (const object of FieldObject.options) {
    const described = company.fields.filter((field) => field.object === object);
    if (described.length === 0) continue;
    const fields = await create(demo, idOf(people, "wutong"), object, described);
    const ids = await look(demo.house, "job", (context) => findWorkedOn(context, object));
    const wishes = ids.map((recordId): ValueWish => {
      const values = described.flatMap((one, at) => {
        const field = fields[at];
        if (!field || !chance.happens(one.share)) return [];
        return { fieldId: field.id, value: valueOf(one, field), rule: "fill" as const };
      });
      // Counts as made with the record: nothing is judged anew for it.
      return { recordId, created: true, values };
    });
    await demo.actAs(idOf(people, "linxiao"), EDIT_VALUES, async (context) => {
      await takeValues(context, context.viewer, object, wishes);
      await context.summarise({ object, fields: fields.map(({ name }) => name) });
    });
  }
}

async function create(
  demo: DemoHouse,
  adminId: string,
  object: FieldObject,
  described: readonly DemoField[],
): Promise<CustomField[]> {
  return demo.actAs(adminId, CREATE_FIELD, async (context) => {
    const fields: CustomField[] = [];
    for (const { name, nameEn, type, weight, help, helpEn, options = [], sensitive = false } of described) {
      const draft = {
        object,
        type: FieldType.parse(type),
        name,
        nameEn,
        help: help ?? null,
        helpEn: helpEn ?? null,
        weight: FieldWeight.parse(weight),
        required: false,
        unique: false,
        sensitive,
        visibleTo: null,
        options: options.map(([chinese, english]) => ({ name: String(chinese), nameEn: String(english) })),
        linkedObject: null,
        defaultValue: null,
      };
      fields.push(await createField(context, draft));
    }
    return fields;
  });
}

function valueBy(chance: Chance, today: Date, { options, between, days }: DemoField, field: CustomField) {
  const [low = 0, high = 0] = between ?? days ?? [];
  if (days) return dayBefore(today, -chance.between(low, high));
  if (between) return chance.between(low, high);
  const pick = (): string => {
    const at = chance.weighted([...(options ?? []).keys()], (place) => Number(options?.[place]?.[2] ?? 1));
    return field.options?.[at]?.id ?? "";
  };
  if (field.type === "choice") return pick();
  const picked = new Set(Array.from({ length: chance.between(1, MOST_OPTIONS) }, pick));
  return (field.options ?? []).flatMap(({ id }) => (picked.has(id) ? [id] : []));
}
