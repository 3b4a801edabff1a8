import type { Holder, LeadStage, NurtureGroup } from "@tongzhou/contract/lead-stages";
import type { Context } from "../../../platform/ledger/context.ts";
import type { RefusedLead } from "./lead-move-request.ts";

/** How an interest arrives: by any door, typed by a rep for himself (row 1a), or imported as history (row 1b). */
export type CaptureEntry =
  | { readonly kind: "captured" }
  | { readonly kind: "typed"; readonly repId: string }
  | {
      readonly kind: "history";
      readonly stage: LeadStage;
      readonly holder: Holder;
      readonly group?: NurtureGroup | null;
      readonly reason?: string | null;
      /** When the lead came into that stage, as the file says; the capture's instant when it does not. */
      readonly since?: Date;
    };

/** An interest of a contact in a product line; null is the unknown line, which is a value too. */
export interface LeadCapture {
  readonly contactId: string;
  /** Where the contact came from before any merge (R-ID-7). */
  readonly homeContactId: string;
  /** Whether this operation made the contact. */
  readonly newContact?: boolean;
  readonly accountId: string | null;
  /** Where that account came from before any merge; itself unless said. */
  readonly homeAccountId?: string | null;
  /** Who is asked first when the account has bought before. */
  readonly accountOwnerId?: string | null;
  readonly productLineId: string | null;
  readonly campaignId: string | null;
  readonly source: string | null;
  readonly at: Date;
  readonly entry: CaptureEntry;
  readonly note?: string | null;
}

/** The opportunity that a converted lead became. */
export interface LeadOpportunity {
  readonly ownerId: string;
  readonly state: "running" | "won" | "lost";
}

/** What leads cannot know by themselves; whoever captures depends on those who do. */
export interface CaptureFacts {
  /** Without a standard in force leads stay `raw` and say why (R-STD-5). */
  readonly standardInForce: boolean;
  /** Whether a lead with this reason wakes by a new touch, as the standard in force says (row 16a). */
  wakes(reason: string): boolean;
  /** The opportunities of converted leads, by lead. */
  opportunitiesOf(context: Context, leadIds: readonly string[]): Promise<ReadonlyMap<string, LeadOpportunity>>;
}

/**
 * What a capture became. `judge`: the caller judges the lead in the same transaction.
 * - `opened`: a new lead; `askFirst` is the owner of an account that has bought before.
 * - `touched`: its open lead goes on. `woken`: a disqualified lead begins a new episode.
 * - `told`: a running opportunity; its owner should be told. `kept`: a lead whose reason does not wake; only the touch is kept.
 */
export type OpenedLead =
  | {
      readonly outcome: "opened";
      readonly leadId: string;
      readonly stage: LeadStage;
      readonly askFirst: string | null;
      readonly judge: boolean;
    }
  | { readonly outcome: "touched"; readonly leadId: string; readonly stage: LeadStage; readonly judge: boolean }
  | { readonly outcome: "woken"; readonly leadId: string; readonly judge: true }
  | { readonly outcome: "told"; readonly leadId: string; readonly ownerId: string; readonly judge: false }
  | { readonly outcome: "kept"; readonly leadId: string; readonly judge: false }
  | (Omit<RefusedLead, "leadId" | "before"> & { readonly leadId: string | null; readonly judge: false });
