import { beforeAll } from "vitest";
import { audit } from "@tongzhou/contract/audit";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusedCall } from "../../platform/http/test-refusals.ts";
import { openAuditWorld } from "./audit-world.fixture.ts";
import type { AuditWorld } from "./audit-world.fixture.ts";
import { auditRoutes } from "./index.ts";

let world: AuditWorld;
let operationId: string;
let companyId: string;

beforeAll(async () => {
  world = await openAuditWorld(auditRoutes);
  companyId = await world.companyId();
  operationId = await world.set("company", companyId, "name", "云帆智能", world.cast.王倩);
});

const by =
  (name: "林晓" | "陈浩", input: object = {}) =>
  (): RefusedCall => ({ by: world.http.as(world.cast[name]), input });
const history = () => ({ params: { object: "company", recordId: companyId } });
const brought = () => ({ ...theirs(), body: { object: "company", recordIds: [companyId] } });
const theirs = () => ({ params: { operationId } });

const OWN_LIST = "everybody may list what they did themselves, and others' rows are filtered by the grant";

testRefusals(() => world.http, {
  [audit.list.id]: { mayNot: OWN_LIST, wrongTeam: OWN_LIST },
  [audit.show.id]: { mayNot: () => by("林晓", theirs())(), wrongTeam: () => by("陈浩", theirs())() },
  [audit.changes.id]: {
    mayNot: () => by("林晓", { ...theirs(), query: { table: "company" } })(),
    wrongTeam: () => by("陈浩", { ...theirs(), query: { table: "company" } })(),
  },
  [audit.history.id]: { mayNot: () => by("林晓", history())(), wrongTeam: () => by("陈浩", history())() },
  [audit.previewUndo.id]: { mayNot: () => by("林晓", theirs())(), wrongTeam: () => by("陈浩", theirs())() },
  [audit.trash.id]: { mayNot: OWN_LIST, wrongTeam: OWN_LIST },
  [audit.restore.id]: { mayNot: () => by("林晓", brought())(), wrongTeam: () => by("陈浩", brought())() },
  [audit.undo.id]: { mayNot: () => by("林晓", theirs())(), wrongTeam: () => by("陈浩", theirs())() },
});
