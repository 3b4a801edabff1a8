import { beforeAll } from "vitest";
import { audit } from "@tongzhou/contract/audit";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusedCall } from "../../platform/http/test-refusals.ts";
import { openAuditWorld } from "./audit-world.fixture.ts";
import type { AuditWorld } from "./audit-world.fixture.ts";
import { auditRoutes } from "./index.ts";

let world: AuditWorld;
let operationId: string;

beforeAll(async () => {
  world = await openAuditWorld(auditRoutes);
  operationId = await world.set("company", await world.companyId(), "name", "云帆智能", world.cast.王倩);
});

const by =
  (name: "林晓" | "陈浩", input: object = {}) =>
  (): RefusedCall => ({ by: world.http.as(world.cast[name]), input });
const theirs = () => ({ params: { operationId } });

testRefusals(() => world.http, {
  [audit.previewUndo.id]: { mayNot: () => by("林晓", theirs())(), wrongTeam: () => by("陈浩", theirs())() },
  [audit.undo.id]: { mayNot: () => by("林晓", theirs())(), wrongTeam: () => by("陈浩", theirs())() },
});
