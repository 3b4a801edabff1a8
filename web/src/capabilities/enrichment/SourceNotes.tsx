import type { SourceAnswer } from "@tongzhou/contract/enrichment";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";

/** What became of asking each source, where there is something to say: found by what, several possible, none, no answer. */
export function SourceNotes({ sources }: { sources: readonly SourceAnswer[] }) {
  const { t } = useTranslation("enrichment");
  const format = useFormat();
  const words = ({ name, outcome, matchedBy, candidates, restsUntil, cost }: SourceAnswer): string => {
    const price = cost === null ? "" : t("costing", { amount: format.exactMoney(cost.minor, cost.currency) });
    if (outcome === "found" && matchedBy === "brand") return t("answer.maybe", { name, price });
    if (outcome === "found" && matchedBy !== null)
      return t("answer.found", { name, by: t(`matchedBy.${matchedBy}`), price });
    if (outcome === "ambiguous") return t("answer.ambiguous", { name, candidates: candidates.join(t("comma")), price });
    if (outcome === "resting" && restsUntil !== null)
      return t("answer.resting", { name, until: format.clockTime(restsUntil) });
    return outcome === "none" ? t("answer.none", { name, price }) : t("answer.failed", { name });
  };
  return (
    <ul className="col g6 t13 ink2" aria-label={t("answers")}>
      {sources.map((source) => (
        <li key={source.sourceId} className={source.outcome === "failed" ? "amber" : undefined}>
          {words(source)}
        </li>
      ))}
    </ul>
  );
}
