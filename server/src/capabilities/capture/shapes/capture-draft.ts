import type { LeadRefusal } from "@tongzhou/contract/lead-stages";
import type { AccountDraft } from "../../accounts/index.ts";
import type { ContactDraft } from "../../contacts/index.ts";
import type { CaptureEntry, OpenedLead } from "../../leads/index.ts";
import type { TouchDraft } from "../../touches/index.ts";

/** An interest as some door meets it: a form, a row of a file, a rep who types it in. */
export interface CaptureDraft {
  /** The person, with normalised identifiers. */
  readonly contact: Omit<ContactDraft, "accountId" | "at">;
  /** The company it names, when it names one. */
  readonly account: AccountDraft | null;
  /** What the customer did by it; null when only we did something. */
  readonly touch: Pick<TouchDraft, "kind" | "channel" | "title" | "details"> | null;
  /** When it happened. */
  readonly at: Date;
  /** Null: an unknown line. */
  readonly productLineId: string | null;
  readonly campaignId: string | null;
  readonly source: string | null;
  readonly note?: string | null;
  /** `captured` is judged and routed, `typed` only graded, `history` starts nothing (rows 1, 1a, 1b). */
  readonly entry: CaptureEntry;
  /** The row of the import: orders leads of one moment (R-ROUTE-2). */
  readonly importRow?: number;
}

/** What a draft became. A refused one still has its person and its touch. */
export interface CapturedLead {
  readonly contactId: string;
  readonly accountId: string | null;
  readonly leadId: string | null;
  readonly newContact: boolean;
  readonly newAccount: boolean;
  readonly outcome: OpenedLead["outcome"];
  /** Why the lead table took no lead; null when it did. */
  readonly refused: LeadRefusal | "lead_not_found" | null;
}
