import type { PersonFound } from "@tongzhou/contract/privacy";
import type { ReadContext } from "../../platform/ledger/context.ts";
import type { PersonSought } from "../../platform/personal/personal-table.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { contactHomes, isIdentifierKind, maskIdentifier, normaliseIdentifier, personWords } from "../contacts/index.ts";
import { findByValues, findEveryIdentifier, readNames } from "./queries/sought-rows.ts";
import type { EveryIdentifier } from "./queries/sought-rows.ts";

/** As whom a value may have been kept. */
const KINDS = ["phone", "email", "wechat_id"] as const;

/**
 * The people a value belongs to or belonged to, whether it is theirs still or not, each as the record that goes on.
 * @param value as somebody writes it: a number in any form, a mailbox, a name in another system.
 */
export async function findPeople(context: Pick<ReadContext, "tx">, value: string): Promise<PersonFound[]> {
  const written = value.trim();
  const normal = KINDS.flatMap((kind) => {
    const { value: read } = normaliseIdentifier(kind, written);
    return read === null ? [] : [read];
  });
  const contactIds = await findByValues(context, [...new Set([written, ...normal])]);
  const survivors = new Set<string>();
  for (const id of contactIds) survivors.add((await contactHomes.pathToSurvivor(context, id)).at(-1) ?? id);
  const found: PersonFound[] = [];
  for (const id of survivors) found.push(await foundPerson(context, id));
  return found;
}

async function foundPerson(context: Pick<ReadContext, "tx">, contactId: string): Promise<PersonFound> {
  const { survivorId, name, person, identifiers } = await seekPerson(context, contactId);
  return {
    contactId: survivorId,
    name,
    records: person.contactIds.length,
    identifiers: identifiers
      .filter(({ kind }) => KINDS.some((each) => each === kind))
      .map(({ kind, value, living }) => ({
        kind,
        value: isIdentifierKind(kind) ? maskIdentifier(kind, value) : "***",
        living,
      })),
  };
}

export interface Sought {
  /** The record that goes on. */
  readonly survivorId: string;
  readonly name: string | null;
  readonly person: PersonSought;
  readonly identifiers: readonly EveryIdentifier[];
}

/** Somebody with all records that were merged into theirs, all identifiers they ever had, and what they were called. @throws NotFound. */
export async function seekPerson(context: Pick<ReadContext, "tx">, contactId: string): Promise<Sought> {
  const survivorId = (await contactHomes.pathToSurvivor(context, contactId)).at(-1);
  if (survivorId === undefined) throw new NotFound();
  const contactIds = await contactHomes.below(context, survivorId);
  const identifiers = await findEveryIdentifier(context, contactIds);
  const [name = null] = await readNames(context, [survivorId]);
  const person = {
    contactIds,
    identifierIds: identifiers.map(({ id }) => id),
    words: await personWords(context, contactIds),
  };
  return { survivorId, name, person, identifiers };
}
