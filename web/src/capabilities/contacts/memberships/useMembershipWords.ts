import type { Membership } from "@tongzhou/contract/memberships";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../../platform/codes/useCodeWords.ts";
import { noonOf } from "../../../platform/format/calendar-day.ts";
import { useFormat } from "../../../platform/format/useFormat.ts";

export interface MembershipWords {
  /** The title, else what is known of function and level; undefined when nothing is, or may be seen. */
  job: (membership: Membership) => string | undefined;
  /** From when, until when. */
  time: (membership: Membership) => string;
}

/** How jobs are written. */
export function useMembershipWords(): MembershipWords {
  const { t } = useTranslation("memberships");
  const format = useFormat();
  const codes = useCodeWords();
  const day = (iso: string): string => format.day(noonOf(iso));
  return {
    job({ title, jobFunction, jobLevel }) {
      if (typeof title === "string") return title;
      const known = [
        typeof jobFunction === "string" ? codes.name("jobFunction", jobFunction) : undefined,
        typeof jobLevel === "string" ? codes.name("jobLevel", jobLevel) : undefined,
      ].filter(Boolean);
      return known.length === 0 ? undefined : known.join(" · ");
    },
    time: ({ since, until }) =>
      until === null ? t("since", { day: day(since) }) : t("from", { from: day(since), to: day(until) }),
  };
}
