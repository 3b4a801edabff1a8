import type { FilledFact } from "@tongzhou/contract/enrichment";
import { BookOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Popover } from "../../ui/layers/Popover.tsx";
import styles from "./OriginMark.module.css";
import { useFactWords } from "./useFactWords.ts";

/** A quiet sign that a value came from a source; pressed, it says from which, where it says so, when, and what that cost. */
export function OriginMark({ fact }: { fact: FilledFact }) {
  const { t } = useTranslation("enrichment");
  const format = useFormat();
  const words = useFactWords();
  const { field, sourceName, origin, matchedBy, answeredAt, filledAt, filledByName, cost } = fact;
  const label = t("originOf", { field: words.field(field), source: sourceName });
  const lines = [
    [t("origin.source"), sourceName],
    [t("origin.where"), words.origin(origin)],
    [t("origin.matched"), t(`matchedBy.${matchedBy}`)],
    [t("origin.said"), format.day(answeredAt)],
    [
      t("origin.filled"),
      filledByName === null
        ? t("filledByHouse", { when: format.moment(filledAt) })
        : t("filledBy", { who: filledByName, when: format.moment(filledAt) }),
    ],
    ...(cost === null ? [] : [[t("origin.cost"), format.exactMoney(cost.minor, cost.currency)]]),
  ];
  return (
    <Popover
      label={label}
      width={300}
      renderOpener={(opener) => (
        <button type="button" className={styles.mark} aria-label={label} title={label} {...opener}>
          <Icon of={BookOpen} size={12} />
        </button>
      )}
    >
      <dl className={styles.lines}>
        {lines.map(([head, said]) => (
          <div key={head} className={styles.line}>
            <dt className="ink3">{head}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p className="t12 ink3">{t("originMeans")}</p>
    </Popover>
  );
}
