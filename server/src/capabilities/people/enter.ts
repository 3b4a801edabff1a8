import { operate } from "../../platform/ledger/operate.ts";
import { look } from "../../platform/ledger/look.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { forgetHits, takeHit } from "../../platform/limits/take-hit.ts";
import type { Limit } from "../../platform/limits/take-hit.ts";
import { NotSignedIn } from "../../platform/problems/refusal.ts";
import type { PeopleHouse } from "./open-people.ts";
import { findPersonByEmail } from "./queries/person-rows.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

const SIGN_IN = operationKind("session.begin", { notUndoable: "undo.credentials" });
const SIGN_IN_FAILED = operationKind("session.refuse", { notUndoable: "undo.credentials" });

/** Somebody who tries many people's names from one place. An office behind one address signs in within it. */
const BY_ADDRESS: Limit = { name: "sign-in-address", hits: 60, seconds: 600 };
/** Guesses at one person from one place; a success forgets them. */
const BY_PAIR: Limit = { name: "sign-in-pair", hits: 8, seconds: 900 };
/** Guesses at one person from everywhere. Wide, so that a stranger cannot easily lock somebody out. */
const BY_EMAIL: Limit = { name: "sign-in-email", hits: 60, seconds: 900 };

/** Where somebody stands who signs in. */
export interface Doorstep {
  readonly address: string;
  readonly userAgent: string | undefined;
}

/** What the browser gets. */
export interface Entered {
  readonly personId: string;
  readonly operationId: string;
  readonly cookie: string;
  readonly seconds: number;
}

/**
 * Signs somebody in by e-mail and password. Attempts are counted before the password is looked at, so that a hundred at
 * once count as a hundred; what failed is written down.
 * @throws TooMany `sign_in_locked` or `too_many_requests`; NotSignedIn `sign_in_failed`, which does not say why.
 */
export async function enter(
  { house, signIn }: PeopleHouse,
  credentials: { readonly email: string; readonly password: string },
  doorstep: Doorstep,
): Promise<Entered> {
  const email = credentials.email.toLowerCase();
  const pair = `${email} ${doorstep.address}`;
  await takeHit(house, BY_ADDRESS, doorstep.address);
  await takeHit(house, BY_PAIR, pair, "sign_in_locked");
  await takeHit(house, BY_EMAIL, email, "sign_in_locked");

  const person = await look(house, "list", (context) => findPersonByEmail(context, email));
  const signInId = person?.active ? person.signInId : null;
  const right = await signIn.passwords.check(signInId, credentials.password);
  const event = { personId: person?.id ?? null, address: doorstep.address };
  if (!right || !person || !signInId) {
    const refused = { actor: { kind: "system" }, kind: SIGN_IN_FAILED, source: "web" } as const;
    await operate(house, refused, (context) => insertSecurityEvent(context, { kind: "sign_in_failed", ...event }));
    throw new NotSignedIn("sign_in_failed");
  }
  await forgetHits(house, BY_PAIR, pair);
  const { cookie, seconds } = await signIn.sessions.open(signInId, doorstep);
  const { operationId } = await operate(
    house,
    { actor: { kind: "person", personId: person.id }, kind: SIGN_IN, source: "web" },
    (context) => insertSecurityEvent(context, { kind: "sign_in", ...event }),
  );
  return { personId: person.id, operationId, cookie, seconds };
}
