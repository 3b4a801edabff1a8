import type { NewLead } from "@tongzhou/contract/capture";
import type { z } from "zod";

/** What stands in the dialog. */
export interface LeadDraft {
  name: string;
  phone: string;
  email: string;
  company: string;
  productLineId: string | undefined;
  campaignId: string | undefined;
  source: string;
  note: string;
  /** The lead is whoever types it in's own; else the rules say whose. */
  mine: boolean;
}

export const EMPTY_LEAD: Omit<LeadDraft, "mine"> = {
  name: "",
  phone: "",
  email: "",
  company: "",
  productLineId: undefined,
  campaignId: undefined,
  source: "",
  note: "",
};

/** What is missing before somebody can be met again: a number or address, or a name with a company. */
export const saysNobody = ({ name, phone, email, company }: LeadDraft): boolean =>
  phone.trim() === "" && email.trim() === "" && (name.trim() === "" || company.trim() === "");

export const orNull = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());

/** The identifiers that were typed, in the order the server is told of them. */
export const identifiersOf = (draft: Pick<LeadDraft, "phone" | "email">): NewLead["identifiers"] =>
  (["phone", "email"] as const).flatMap((kind) => {
    const value = draft[kind].trim();
    return value === "" ? [] : [{ kind, value }];
  });

/** The draft as the door of all leads takes it. */
export const bodyOf = (draft: LeadDraft): z.input<typeof NewLead> => ({
  name: orNull(draft.name),
  identifiers: identifiersOf(draft),
  company: orNull(draft.company),
  productLineId: draft.productLineId ?? null,
  campaignId: draft.campaignId ?? null,
  source: orNull(draft.source),
  note: orNull(draft.note),
  mine: draft.mine,
});
