import type { RuleGroup } from "@tongzhou/contract/conditions";
import { contacts } from "@tongzhou/contract/contacts";
import type { CustomField, FieldObject, FieldValue } from "@tongzhou/contract/fields";
import { fields } from "@tongzhou/contract/fields";
import type { InputOf } from "@tongzhou/contract/endpoint";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestHttp } from "./platform/http/test-http.ts";
import { accountsMessages, accountsRoutes } from "./capabilities/accounts/index.ts";
import { auditMessages, auditRoutes } from "./capabilities/audit/index.ts";
import { campaignsMessages, campaignsRoutes } from "./capabilities/campaigns/index.ts";
import { contactsMessages, contactsRoutes } from "./capabilities/contacts/index.ts";
import { identityMessages, identityRoutes } from "./capabilities/identity/index.ts";
import { readPools } from "./capabilities/leads/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { fieldsMessages, fieldsRoutes } from "./capabilities/fields/index.ts";

export interface FieldWorld {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
  /** Adds a field in the name of the administrator. */
  add(field: Partial<InputOf<typeof fields.create>["body"]> & { name: string }): Promise<CustomField>;
}

/** 云帆智能 with its people, contacts, accounts, campaigns and the fields it adds to them. */
export async function openFieldWorld(): Promise<FieldWorld> {
  const database = await createTestDatabase();
  const { signIn } = await openPeople(database.house, { readPools });
  const cast = await hireCast(database.house);
  signIn.directory.forget();
  const http = await openTestHttp({
    house: database.house,
    directory: signIn.directory,
    messages: [
      peopleMessages,
      fieldsMessages,
      contactsMessages,
      accountsMessages,
      campaignsMessages,
      auditMessages,
      identityMessages,
    ],
    register(routes) {
      fieldsRoutes(routes, () => signIn.directory.forget());
      contactsRoutes(routes);
      accountsRoutes(routes);
      campaignsRoutes(routes);
      auditRoutes(routes);
      identityRoutes(routes);
    },
  });
  return {
    database,
    http,
    cast,
    async add(field) {
      const body = { object: "contact" as const, type: "text" as const, ...field };
      const added = await http.as(cast.吴桐).call(fields.create, { body });
      if (added.status !== 201) throw new Error(JSON.stringify(added.problem));
      return added.body as CustomField;
    },
  };
}

/** What tests do with fields again and again, in the name of 陈浩 when nobody else is named. */
export function fieldActs(world: () => FieldWorld) {
  const admin = () => world().http.as(world().cast.吴桐);
  const rep = () => world().http.as(world().cast.陈浩);
  let people = 0;
  return {
    admin,
    rep,
    async newContact(custom: Record<string, FieldValue> = {}, who = rep()): Promise<string> {
      people += 1;
      const made = await who.call(contacts.create, {
        body: { name: `李雷${people}`, title: null, company: null, identifiers: [], custom },
      });
      if (made.status !== 201) throw new Error(JSON.stringify(made.problem));
      return made.body.contactId;
    },
    place: (recordId: string, object: FieldObject = "contact") => ({ params: { object, recordId } }),
    set: (recordId: string, field: CustomField, from: FieldValue, to: FieldValue, who = rep()) =>
      who.call(fields.editValues, {
        params: { object: field.object, recordId },
        body: { changes: { [field.id]: { from, to } } },
      }),
    async valuesOf(recordId: string, who = rep()): Promise<Record<string, FieldValue>> {
      const shown = await who.call(fields.values, { params: { object: "contact", recordId } });
      const values: { fieldId: string; value: FieldValue }[] = shown.body.values;
      return Object.fromEntries(values.map((one) => [one.fieldId, one.value]));
    },
    undo: (operationId: string | undefined, personId = world().cast.陈浩) =>
      undoOperation(world().database.house, {
        operationId: operationId ?? "",
        actor: { kind: "person", personId },
        source: "web",
      }),
    asked: (group: RuleGroup) => ({ query: { filter: JSON.stringify(group) } }),
    rule: (field: CustomField, operator: string, value?: unknown): RuleGroup => ({
      combinator: "and",
      rules: [{ field: `${field.object}.custom.${field.id}`, operator, ...(value === undefined ? {} : { value }) }],
    }),
  };
}
