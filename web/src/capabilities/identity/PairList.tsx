import type { PairRow } from "@tongzhou/contract/duplicate-pairs";
import { useTranslation } from "react-i18next";
import { cx } from "../../ui/cx.ts";
import { None } from "../../ui/signs/Marks.tsx";
import styles from "./PairList.module.css";
import { usePairWords } from "./usePairWords.ts";

export interface PairListProps {
  rows: readonly PairRow[];
  chosenId: string | undefined;
  onChoose: (id: string, place: number) => void;
}

/** The pairs that wait, the likeliest first. */
export function PairList({ rows, chosenId, onChoose }: PairListProps) {
  const { t } = useTranslation("identity");
  const words = usePairWords();
  return (
    <ul className={styles.list} aria-label={t("pairsPlace")}>
      {rows.map((row, place) => (
        <li key={row.id}>
          <button
            ref={row.id === chosenId ? bringIntoSight : null}
            type="button"
            className={cx(styles.pair, row.id === chosenId && styles.chosen)}
            aria-current={row.id === chosenId}
            onClick={() => onChoose(row.id, place)}
          >
            <span className="grow">
              <span className={cx(styles.line, "ell b")}>{words.side(row.first)}</span>
              <span className={cx(styles.line, "ell ink3 t12")}>
                {row.isLater ? t("putOff", { who: words.side(row.second) }) : words.side(row.second)}
              </span>
            </span>
            {row.probability === null ? <None /> : <span className="t13">{words.probability(row.probability)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

const bringIntoSight = (button: HTMLButtonElement | null): void => void button?.scrollIntoView({ block: "nearest" });
