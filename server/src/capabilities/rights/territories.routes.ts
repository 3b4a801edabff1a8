import { territories } from "@tongzhou/contract/territories";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { asksSomething } from "./domain/columns-of-rule.ts";
import {
  CREATE_TERRITORY,
  EDIT_TERRITORY,
  REMOVE_TERRITORY,
  createTerritory,
  editTerritory,
  removeTerritory,
} from "./edit-territory.ts";
import { findTerritories, previewRule } from "./queries/territory-rows.ts";
import { mayEditTerritories, mayReadTerritories } from "./rights.access.ts";

/**
 * Who works where.
 * @param settled told when territories have changed: what people may see is made of them.
 */
export function territoriesRoutes(http: Http, settled: () => void = () => undefined): void {
  serveRead(http, territories.list, { allow: mayReadTerritories, handle: (context) => findTerritories(context) });
  serveRead(http, territories.preview, {
    allow: mayEditTerritories,
    async handle(context, { body: { rule, exceptId } }) {
      if (!asksSomething(rule)) throw new Refused("territory_asks_nothing");
      return previewRule(context, rule, exceptId);
    },
  });
  serveWrite(http, territories.create, {
    allow: mayEditTerritories,
    kind: CREATE_TERRITORY,
    creates: "repeatable",
    handle: async (context, { body }) => ({ territoryId: await createTerritory(context, body) }),
    settled,
  });
  serveWrite(http, territories.edit, {
    allow: mayEditTerritories,
    kind: EDIT_TERRITORY,
    async handle(context, { params: { territoryId }, body }) {
      await editTerritory(context, territoryId, body);
      return { territoryId };
    },
    settled,
  });
  serveWrite(http, territories.remove, {
    allow: mayEditTerritories,
    kind: REMOVE_TERRITORY,
    async handle(context, { params: { territoryId } }) {
      await removeTerritory(context, territoryId);
      return { territoryId };
    },
    settled,
  });
}
