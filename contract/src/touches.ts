import { z } from "zod";
import { ConditionField } from "./condition-fields.ts";
import { endpoint } from "./endpoint.ts";
import { CountQuery, ListCount, ListQuery, listOf } from "./list.ts";
import { TouchKind } from "./touch-kinds.ts";

const Named = z.object({ id: z.uuid(), name: z.string() });

/** What a customer did towards us, with whom it was. */
export const TouchRow = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: TouchKind,
  channel: z.string().nullable(),
  title: z.string().nullable(),
  contact: z.object({ id: z.uuid(), name: z.string().nullable() }),
  /** The company the person is in now. */
  account: Named.nullable(),
  campaign: Named.nullable(),
  productLine: Named.nullable(),
});
export type TouchRow = z.infer<typeof TouchRow>;

export const touches = {
  list: endpoint({
    id: "touches.listTouches",
    method: "GET",
    path: "/touches",
    summary: "What customers did towards us, of the contacts within the viewer's rights, the newest first.",
    query: ListQuery,
    response: listOf(TouchRow),
    errors: ["filter_invalid", "cursor_invalid"],
  }),
  count: endpoint({
    id: "touches.countTouches",
    method: "GET",
    path: "/touches/count",
    summary: "How many touches a list has.",
    query: CountQuery,
    response: ListCount,
    errors: ["filter_invalid"],
  }),
  fields: endpoint({
    id: "touches.listTouchFields",
    method: "GET",
    path: "/touches/fields",
    summary: "The fields that filters of touches may speak of.",
    response: z.array(ConditionField),
  }),
};
