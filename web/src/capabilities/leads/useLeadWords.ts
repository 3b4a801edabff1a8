import { useQuery } from "@tanstack/react-query";
import type { LeadHolder, LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import type { Sentence } from "@tongzhou/contract/sentence";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { usePeople } from "../people/index.ts";

type Touch = NonNullable<LeadRow["latestTouch"]>;

export interface LeadWords {
  /** The name, else what the person is reached by, else 未具名. */
  name: (lead: Pick<LeadRow, "contact">) => string;
  /** What a customer did: `看资料《防爆区白皮书》`. */
  touch: (touch: Pick<Touch, "kind" | "title">) => string;
  /** The same with when. */
  touchWhen: (touch: Pick<Touch, "kind" | "title" | "at">) => string;
  holder: (holder: LeadHolder) => string;
  /** A stored decision in words; undefined for one this version does not know. */
  sentence: (sentence: Sentence | null) => string | undefined;
  reason: (code: string) => string;
}

/** Sentences about leads. */
export function useLeadWords(): LeadWords {
  const { t, i18n } = useTranslation("leads");
  const format = useFormat();
  const { nameOf } = usePeople();
  const touch: LeadWords["touch"] = ({ kind, title }) =>
    title === null ? t(`touch.${kind}`) : t("touchTitled", { kind: t(`touch.${kind}`), title });
  // A company's own reasons have their names in the standard: known wherever a page has read them.
  const { data: ownReasons } = useQuery({ ...reading(leads.rejectReasons), enabled: false });
  const reason = (code: string): string =>
    i18n.exists(`leads:reason.${code}`)
      ? (t(`reason.${code}` as never) as string)
      : (ownReasons?.find((each) => each.code === code)?.name ?? t("ownReason"));
  const sentence: LeadWords["sentence"] = (said) => {
    if (said === null) return undefined;
    const key = said.code.replace(/^lead\.row\./, "rows.");
    if (!i18n.exists(`leads:${key}`)) return undefined;
    const { params } = said;
    const rep = typeof params["repId"] === "string" ? (nameOf(params["repId"]) ?? "") : "";
    const why = typeof params["reason"] === "string" ? reason(params["reason"]) : "";
    return String(t(key as never, { ...params, rep, why } as never));
  };
  return {
    name: ({ contact }) => contact.name ?? contact.reachedBy?.value ?? t("nameless"),
    touch,
    touchWhen: (done) => t("touchWhen", { when: format.moment(done.at), what: touch(done) }),
    holder: (holder) =>
      holder.kind === "owner" ? holder.name : [t(`pool.${holder.pool}`), holder.teamName].filter(Boolean).join(" "),
    sentence,
    reason,
  };
}
