import type { KnownContact, KnownCustomer, TypedCustomer } from "@tongzhou/contract/capture";
import type { Viewing } from "../../platform/access/acting.ts";
import { recogniseAccount } from "../accounts/index.ts";
import { normaliseIdentifier, recogniseContact } from "../contacts/index.ts";
import type { DraftIdentifier } from "../contacts/index.ts";
import { findOpenLeadsOf } from "./queries/capture-look-ups.ts";

/** What was recognised, and whether it was found by a value that the viewer sees masked. */
export interface Recognition {
  readonly known: KnownCustomer;
  readonly behindMask: boolean;
}

/**
 * Says who of what somebody types in is here already, by the same identity that capture attaches by (R-ID-2, 10): whole
 * strong identifiers and equal company names. Nobody is told more than the record's own page would tell them.
 */
export async function recogniseCustomer(viewing: Viewing, typed: TypedCustomer): Promise<Recognition> {
  const recognised = await recogniseContact(viewing, identifiersOf(typed));
  const account = typed.company === null ? undefined : await recogniseAccount(viewing, typed.company);
  return {
    known: {
      contact: recognised ? await knownContact(viewing, recognised) : null,
      account: account ? { id: account.id, name: account.name, ownerName: nameOf(viewing, account.ownerId) } : null,
    },
    behindMask: recognised?.behindMask ?? false,
  };
}

/** Half a number is no number yet: what does not read as an identifier recognises nobody. */
function identifiersOf({ phone, email }: TypedCustomer): DraftIdentifier[] {
  return (
    [
      ["phone", phone],
      ["email", email],
    ] as const
  ).flatMap(([asked, raw]) => {
    if (raw === null) return [];
    const { kind, value, strong } = normaliseIdentifier(asked, raw);
    return value === null ? [] : [{ kind, value, raw, strong }];
  });
}

async function knownContact(
  viewing: Viewing,
  { contact, metBy }: NonNullable<Awaited<ReturnType<typeof recogniseContact>>>,
): Promise<KnownContact> {
  return {
    id: contact.id,
    name: contact.name,
    company: contact.account?.name ?? null,
    ownerName: contact.owner?.name ?? null,
    metBy: metBy === "email" ? "email" : "phone",
    phone: contact.identifiers.find(({ kind }) => kind === "phone")?.value ?? null,
    openLeads: await findOpenLeadsOf(viewing, contact.id),
  };
}

const nameOf = ({ viewer }: Viewing, personId: string | null): string | null =>
  personId === null ? null : (viewer.snapshot.people.get(personId)?.name ?? null);
