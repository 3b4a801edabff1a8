import type { Viewer } from "../../platform/access/viewer.ts";
import { Refused } from "../../platform/problems/refusal.ts";

/** Nobody who has left is given anything. @throws Refused `person_not_active`. */
export function refuseInactive({ snapshot }: Viewer, personId: string): void {
  const person = snapshot.people.get(personId);
  if (!person?.active) throw new Refused("person_not_active", { name: person?.name ?? "" });
}
