import { fields } from "@tongzhou/contract/fields";
import type { FieldObject, RecordFields } from "@tongzhou/contract/fields";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { CREATE_FIELD, createField } from "./create-field.ts";
import { EDIT_FIELD, editField } from "./edit-field.ts";
import { EDIT_VALUES, editValues } from "./edit-values.ts";
import { fieldExistsFor, mayEditFields, mayEditRecords, mayReadFields, mayReadRecords } from "./fields.access.ts";
import { ORDER_FIELDS, orderFields } from "./order-fields.ts";
import { countUse, findFields } from "./queries/field-rows.ts";
import { showValues } from "./show-values.ts";
import { UNVERIFY_VALUE, VERIFY_VALUE, unverifyValue, verifyValue } from "./verify-value.ts";

/**
 * Fields that the company added, and what records have in them.
 * @param settled told when fields have changed: rights and conditions are made of them.
 */
export function fieldsRoutes(http: Http, settled: () => void = () => undefined): void {
  settingsRoutes(http, settled);
  valueRoutes(http);
}

function settingsRoutes(http: Http, settled: () => void): void {
  serveRead(http, fields.list, {
    allow: mayReadFields,
    handle: async (context) =>
      (await findFields(context)).filter((field) => !field.archived && fieldExistsFor(context.viewer, field)),
  });
  serveRead(http, fields.settings, {
    allow: mayEditFields,
    async handle(context) {
      const use = await countUse(context);
      return (await findFields(context)).map((field) => ({ ...field, used: use.get(field.id) ?? 0 }));
    },
  });
  serveWrite(http, fields.create, {
    allow: mayEditFields,
    kind: CREATE_FIELD,
    creates: "repeatable",
    handle: (context, { body }) => createField(context, body),
    settled,
  });
  serveWrite(http, fields.edit, {
    allow: mayEditFields,
    kind: EDIT_FIELD,
    handle: (context, { params, body }) => editField(context, params.fieldId, body),
    settled,
  });
  serveWrite(http, fields.order, {
    allow: mayEditFields,
    kind: ORDER_FIELDS,
    async handle(context, { params, body }) {
      await orderFields(context, params.object, body.fieldIds);
      return {};
    },
    settled,
  });
}

function valueRoutes(http: Http): void {
  const shown = (
    context: Pick<Viewing, "tx" | "viewer">,
    params: { object: FieldObject; recordId: string },
  ): Promise<RecordFields> => showValues(context, params.object, params.recordId);
  serveRead(http, fields.values, {
    allow: (viewer, { params }) => mayReadRecords(viewer, params.object),
    handle: (context, { params }) => shown(context, params),
  });
  serveWrite(http, fields.editValues, {
    allow: (viewer, { params }) => mayEditRecords(viewer, params.object),
    kind: EDIT_VALUES,
    async handle(context, { params, body }) {
      await editValues(context, params.object, params.recordId, body.changes);
      return shown(context, params);
    },
  });
  serveWrite(http, fields.verify, {
    allow: (viewer, { params }) => mayEditRecords(viewer, params.object),
    kind: VERIFY_VALUE,
    async handle(context, { params, body }) {
      await verifyValue(context, params, body.value);
      return shown(context, params);
    },
  });
  serveWrite(http, fields.unverify, {
    allow: (viewer, { params }) => mayEditRecords(viewer, params.object),
    kind: UNVERIFY_VALUE,
    async handle(context, { params }) {
      await unverifyValue(context, params);
      return shown(context, params);
    },
  });
}
