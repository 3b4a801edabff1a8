import type { LeadClock } from "@tongzhou/contract/lead-row";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { None } from "../../ui/signs/Marks.tsx";
import { Ring } from "../../ui/signs/Ring.tsx";

export interface LeadClockSignProps {
  clock: LeadClock | null;
  /** On a record and on the page of today it sits in a tinted pill, with longer words. */
  pill?: boolean;
}

/** The first-response clock: what is left, how late, or how fast the answer came. */
export function LeadClockSign({ clock, pill = false }: LeadClockSignProps) {
  const { t } = useTranslation("leads");
  const format = useFormat();
  if (clock === null) return pill ? null : <None />;
  if (clock.endedAt !== null) {
    if (clock.outcome !== "accepted") return pill ? null : <None />;
    const took = format.duration(Date.parse(clock.endedAt) - Date.parse(clock.startedAt));
    return (
      <Ring tone="tick" pill={pill}>
        {t("acceptedIn", { duration: took })}
      </Ring>
    );
  }
  if (clock.dueAt === null) return pill ? null : <None />;
  const { tone, left, words, longWords } = format.deadline(clock.startedAt, clock.dueAt);
  return (
    <Ring tone={tone} left={left} pill={pill}>
      {pill ? longWords : words}
    </Ring>
  );
}
