import type { CaptureAnswer, NewLead } from "@tongzhou/contract/capture";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, Invalid, Refused } from "../../platform/problems/refusal.ts";
import type { WrongField } from "../../platform/problems/refusal.ts";
import { companyKey, creditCode, sortCompanyName } from "../accounts/index.ts";
import {
  identifierFault,
  isIdentifierKind,
  normaliseIdentifier,
  normalisePersonName,
  sortName,
} from "../contacts/index.ts";
import type { DraftIdentifier } from "../contacts/index.ts";
import type { CaptureDraft } from "./shapes/capture-draft.ts";
import { captureLeads } from "./capture-leads.ts";
import { mayKnowLead } from "./capture.access.ts";
import { findHolder, findMissing } from "./queries/capture-look-ups.ts";

/**
 * Of leads that come one by one each waits for the turns of the one before. Three at a time keep that line busy; sixteen held
 * every connection and were no faster (50 a second on two busy cores, 16 ms in the middle against 343).
 */
export const SINGLE_ARRIVAL = { atOnce: 3 } as const;

export const CREATE_LEAD = operationKind("lead.create", SINGLE_ARRIVAL);

/**
 * Takes in one lead that somebody types or another system sends, by the door of all leads. A person whom somebody typed in is
 * theirs, so that they may open what they wrote; one that a key brings is nobody's, and one that is here keeps its owner.
 * @throws Invalid for identifiers that are none, and when nothing says who it is; Refused `campaign_missing`,
 * `product_line_missing`; Conflict `open_lead_exists`, with the lead and its holder when the viewer may know them.
 */
export async function createLead(context: Acting, lead: NewLead): Promise<CaptureAnswer> {
  const draft = draftOf(context, lead);
  const missing = await findMissing(context, lead);
  if (missing !== null) throw new Refused(missing);
  const [captured] = await captureLeads(context, [draft]);
  if (!captured) throw new Error("a draft was captured without an answer");
  const { outcome, leadId, contactId, accountId, newContact, newAccount } = captured;
  if (outcome === "refused" || leadId === null) throw await refusalOf(context, leadId);
  return { outcome, leadId, contactId, accountId, newContact, newAccount };
}

function draftOf({ now, viewer }: Acting, lead: NewLead): CaptureDraft {
  const name = lead.name === null ? null : normalisePersonName(lead.name);
  const { title, jobFunction, jobLevel, productLineId, campaignId, source, note, company } = lead;
  const identifiers = identifiersOf(lead);
  if (identifiers.length === 0 && (name === null || company === null))
    throw new Invalid([{ pointer: "/identifiers", code: "field.required" }]);
  const code = codeOf(lead);
  return {
    contact: {
      name,
      nameSort: name === null ? "" : sortName(name),
      title,
      jobFunction,
      jobLevel,
      identifiers,
      ownerId: viewer.isKey ? null : viewer.personId,
    },
    account:
      company === null
        ? null
        : {
            name: company,
            key: companyKey(company),
            creditCode: code,
            nameSort: sortCompanyName(company),
            ownerId: lead.mine ? viewer.personId : null,
          },
    touch: lead.touch,
    at: now,
    productLineId,
    campaignId,
    source,
    note,
    entry: lead.mine ? { kind: "typed", repId: viewer.personId } : { kind: "captured" },
  };
}

/** A code that cannot be one is refused; one with a wrong check character was really issued to somebody. */
function codeOf(lead: NewLead): string | null {
  if (lead.creditCode === null) return null;
  const { code, level } = creditCode(lead.creditCode);
  if (level === "format_error") throw new Invalid([{ pointer: "/creditCode", code: "field.no_credit_code" }]);
  return code;
}

function identifiersOf({ identifiers }: NewLead): DraftIdentifier[] {
  const wrong: WrongField[] = [];
  const drafts = identifiers.flatMap(({ kind, value }, index): DraftIdentifier[] => {
    const made = isIdentifierKind(kind) ? normaliseIdentifier(kind, value) : null;
    if (made !== null && made.value !== null)
      return [{ kind: made.kind, value: made.value, raw: value, strong: made.strong }];
    wrong.push({ pointer: `/identifiers/${index}`, code: (made && identifierFault(made)) ?? "field.no_identifier" });
    return [];
  });
  if (wrong.length > 0) throw new Invalid(wrong);
  return drafts;
}

async function refusalOf(context: Acting, leadId: string | null): Promise<Conflict> {
  const holder = leadId === null ? undefined : await findHolder(context, leadId);
  if (!holder || !mayKnowLead(context.viewer, holder)) return new Conflict("open_lead_exists", { holderName: "—" });
  return new Conflict("open_lead_exists", { leadId, holderName: holder.holderName ?? "—" });
}
