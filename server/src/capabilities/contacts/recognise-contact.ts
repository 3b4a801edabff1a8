import type { ContactRow } from "@tongzhou/contract/contacts";
import type { Viewing } from "../../platform/access/acting.ts";
import type { DraftIdentifier } from "./domain/contact-draft.ts";
import type { IdentifierKind } from "./domain/normalise-identifier.ts";
import { rankIdentifier } from "./domain/rank-identifier.ts";
import { presentContactRow } from "./present-contact.ts";
import { findContact, holdersOfIdentifiers } from "./queries/contact-rows.ts";

/** A contact that is here already, as the viewer may see it. */
export interface RecognisedContact {
  readonly contact: ContactRow;
  readonly metBy: IdentifierKind;
  /** It was found by a whole value that the viewer sees masked, which is counted like a reveal (R-ACC-4). */
  readonly behindMask: boolean;
}

/**
 * The contact to whom a record with these identifiers would be attached: the holder of the first strong one (R-ID-10).
 * Undefined when nobody holds one, and when the viewer may not read the holder or the value is hidden from them; the holder
 * of a later one is no answer then, because the record would not be theirs.
 */
export async function recogniseContact(
  viewing: Pick<Viewing, "tx" | "viewer">,
  identifiers: readonly DraftIdentifier[],
): Promise<RecognisedContact | undefined> {
  const inOrder = identifiers
    .filter(({ strong }) => strong)
    .toSorted((one, other) => rankIdentifier(one) - rankIdentifier(other));
  if (inOrder.length === 0) return undefined;
  const holders = await holdersOfIdentifiers(viewing, inOrder);
  const holderOf = ({ kind, value }: DraftIdentifier) =>
    holders.find((held) => held.kind === kind && held.value === value)?.contactId;
  const first = inOrder.find((identifier) => holderOf(identifier) !== undefined);
  const stored = first && (await findContact(viewing, holderOf(first) ?? ""));
  if (!first || !stored) return undefined;
  const met = stored.identifiers.find(({ kind, value }) => kind === first.kind && value === first.value);
  const contact = presentContactRow(viewing.viewer, stored);
  const shown = contact.identifiers.find(({ id }) => id === met?.id);
  return shown && { contact, metBy: first.kind, behindMask: shown.visibility === "masked" };
}
