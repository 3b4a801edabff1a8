import type { CustomField } from "@tongzhou/contract/fields";
import { fields } from "@tongzhou/contract/fields";
import type { InputOf } from "@tongzhou/contract/endpoint";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { accountsMessages, accountsRoutes } from "../accounts/index.ts";
import { auditMessages, auditRoutes } from "../audit/index.ts";
import { campaignsMessages, campaignsRoutes } from "../campaigns/index.ts";
import { contactsMessages, contactsRoutes } from "../contacts/index.ts";
import { readPools } from "../leads/index.ts";
import { openPeople, peopleMessages } from "../people/index.ts";
import { fieldsMessages, fieldsRoutes } from "./index.ts";

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
    messages: [peopleMessages, fieldsMessages, contactsMessages, accountsMessages, campaignsMessages, auditMessages],
    register(routes) {
      fieldsRoutes(routes, () => signIn.directory.forget());
      contactsRoutes(routes);
      accountsRoutes(routes);
      campaignsRoutes(routes);
      auditRoutes(routes);
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
