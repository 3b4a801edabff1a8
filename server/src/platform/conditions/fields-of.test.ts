import { sql } from "kysely";
import { expect, test } from "vitest";
import { fieldsOf } from "./fields-of.ts";
import { fieldSet } from "./field.ts";

interface Lead {
  id: string;
  name: string;
  captured_at: Date;
}
const lead = fieldsOf<Lead>("lead");
const name = lead({ id: "lead.name", label: "lead.name", type: "text", column: "name" });

test("a field belongs to its object, and no two have one id", () => {
  expect(() => lead({ id: "contact.name", label: "x", type: "text", column: "name" })).toThrow(/contact\.name/);
  expect(() => fieldSet([name], [name])).toThrow(/lead\.name/);
});

test("the compiler refuses a column of another type", () => {
  // @ts-expect-error a time is no text
  lead({ id: "lead.captured_at", label: "x", type: "text", column: "captured_at" });
  // @ts-expect-error there is no such column
  lead({ id: "lead.gone", label: "x", type: "text", column: "gone" });
});

test("rows of a related field bring their own fields, and a day when it has a window", () => {
  const related = {
    id: "lead.siblings",
    label: "x",
    type: "related",
    from: (row: string) => sql`lead as ${sql.ref(row)}`,
    link: () => sql<boolean>`true`,
    read: () => [],
    fields: [name],
  } as const;
  expect(() => lead({ ...related, rows: "contact" })).toThrow(/lead\.name is of lead/);
  expect(() => lead({ ...related, rows: "lead", at: "lead.name" })).toThrow(/needs a date/);
});
