import type { LeadRow } from "@tongzhou/contract/lead-row";
import type { TFunction } from "i18next";
import { Clock, Inbox, Send } from "lucide-react";
import type { MenuItem } from "../../ui/layers/MenuList.tsx";
import type { LeadActs } from "./useLeadActs.tsx";

/** What an SDR may do with a lead besides passing it on by the rules; disqualifying is left to whoever draws the menu. */
export function qualifyMenu(lead: LeadRow, acts: LeadActs, t: TFunction<"leads">): MenuItem[] {
  const inPool = lead.holder.kind === "pool";
  return [
    { id: "passTo", words: t("passTo"), icon: Send, run: () => acts.passTo([lead]) },
    { id: "park", words: t("park"), icon: Clock, run: () => acts.park([lead]) },
    inPool
      ? { id: "take", words: t("take"), icon: Inbox, run: () => acts.take([lead]) }
      : { id: "putBack", words: t("putBack"), icon: Inbox, run: () => acts.putBack([lead]) },
  ];
}
