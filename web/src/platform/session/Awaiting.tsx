import type { DemoPerson } from "@tongzhou/contract/people-session";
import { useTranslation } from "react-i18next";
import { Ring } from "../../ui/signs/Ring.tsx";
import { useFormat } from "../format/useFormat.ts";

/** What awaits a person, as one sentence; undefined when nothing does. */
export function useAwaitingSentence(awaits: DemoPerson["awaits"]): string | undefined {
  const { t, i18n } = useTranslation("session");
  const said = awaits
    .filter(({ code }) => i18n.exists(`awaits.${code}`, { ns: "session", count: 2 }))
    .map(({ code, params }) => t(`awaits.${code}` as "awaits.none", params));
  return said.length === 0 ? undefined : said.join(t("awaits.separator"));
}

/** How much of the ring is drawn: the door knows that it is urgent, not when it began. */
const SHARE_LEFT = 1 / 4;

/** The most urgent clock of a person, unless it is calm. */
export function AwaitingClock({ awaits }: { awaits: DemoPerson["awaits"] }) {
  const format = useFormat();
  const first = awaits
    .filter(({ urgency, dueAt }) => urgency !== "calm" && dueAt !== undefined)
    .toSorted((a, b) => Date.parse(a.dueAt ?? "") - Date.parse(b.dueAt ?? ""))[0];
  if (first?.dueAt === undefined) return null;
  const { longWords } = format.deadline(format.now, first.dueAt);
  return (
    <Ring pill tone={first.urgency === "late" ? "over" : "soon"} left={SHARE_LEFT}>
      {longWords}
    </Ring>
  );
}
