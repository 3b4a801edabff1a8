import type { Viewer } from "../../platform/access/viewer.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { forgetHits, takeHit } from "../../platform/limits/take-hit.ts";
import type { Limit } from "../../platform/limits/take-hit.ts";
import { Invalid } from "../../platform/problems/refusal.ts";
import type { PeopleHouse } from "./open-people.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

const WRONG_PASSWORD = operationKind("password.refuse", { notUndoable: "undo.credentials" });

/** An unlocked computer is not a licence to guess. */
const GUESSES: Limit = { name: "my-password", hits: 8, seconds: 900 };

/**
 * Makes sure that the person at the browser knows their password.
 * @throws Invalid `wrong_password`; TooMany after some.
 */
export async function checkMyPassword({ house, signIn }: PeopleHouse, viewer: Viewer, password: string): Promise<void> {
  await takeHit(house, GUESSES, viewer.personId);
  if (await signIn.passwords.check(viewer.person.signInId, password)) {
    await forgetHits(house, GUESSES, viewer.personId);
    return;
  }
  const actor = { kind: "person", personId: viewer.personId } as const;
  await operate(house, { actor, kind: WRONG_PASSWORD, source: "web" }, (context) =>
    insertSecurityEvent(context, { kind: "wrong_password", personId: viewer.personId }),
  );
  throw new Invalid([{ pointer: "/currentPassword", code: "field.wrong_password" }], "wrong_password");
}
