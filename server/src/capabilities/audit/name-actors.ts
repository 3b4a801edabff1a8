import type { AuditActor } from "@tongzhou/contract/audit";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { StoredActor } from "./audit.access.ts";
import { keyOf, readImages } from "./queries/read-images.ts";
import type { RowRef } from "./queries/read-images.ts";

/** Rules that act are those of routing. */
const RULES = "routing_rule";

/** Says who acted, by name. */
export type ActorNamer = (actor: StoredActor) => AuditActor;

/** Finds the names of everybody who acted; those of rules in one statement. */
export async function nameActors(viewing: Viewing, actors: readonly StoredActor[]): Promise<ActorNamer> {
  const rules = await readImages(
    viewing,
    actors.flatMap(({ actorKind, actorId }) => (actorKind === "rule" && actorId ? [ruleNamed(actorId)] : [])),
  );
  return ({ actorKind, actorId }) => {
    if (actorKind === "person") return { kind: "person", id: actorId, name: personName(viewing.viewer, actorId) };
    if (actorKind === "rule") {
      return { kind: "rule", id: actorId, name: rules.get(keyOf(ruleNamed(actorId ?? "")))?.image["name"] ?? null };
    }
    return { kind: "system", id: null, name: null };
  };
}

const ruleNamed = (rowId: string): RowRef => ({ table: RULES, rowId });

/** Names of colleagues are no secret. */
function personName(viewer: Viewer, id: string | null): string | null {
  return viewer.snapshot.people.get(id ?? "")?.name ?? null;
}
