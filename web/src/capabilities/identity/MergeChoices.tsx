import type { MergeSide } from "@tongzhou/contract/identity";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../../ui/cx.ts";
import styles from "./MergeChoices.module.css";
import { MergeWho } from "./MergeWho.tsx";
import type { AnyMergeChoice, AnyMergeField, AnyMergePreview, MergedObject } from "./merged-record.ts";
import { useMergeWords } from "./useMergeWords.ts";

export interface MergeChoicesProps {
  object: MergedObject;
  preview: AnyMergePreview;
  /** What was chosen by hand; the rules choose the rest. */
  chosen: Readonly<Partial<Record<AnyMergeField, MergeSide>>>;
  onChoose: (field: AnyMergeField, side: MergeSide) => void;
  swap: ReactNode;
}

/** The two records side by side: who goes on at the left, and of each fact that differs the value that goes on. */
export function MergeChoices({ object, preview, chosen, onChoose, swap }: MergeChoicesProps) {
  const { t } = useTranslation("identity");
  return (
    <div className={styles.sides}>
      <div className={styles.head}>
        <MergeWho record={preview.survivor} note={t(`${object}.goesOn`)} />
        <MergeWho record={preview.merged} note={t(`${object}.isMerged`)} />
        <div className={styles.swap}>{swap}</div>
      </div>
      {preview.choices.length === 0 ? <p className="t13 ink2">{t("nothingDiffers")}</p> : null}
      {preview.choices.map((choice) => (
        <OneFact
          key={choice.field}
          object={object}
          choice={choice}
          side={chosen[choice.field] ?? choice.side}
          byHand={chosen[choice.field] !== undefined}
          onChoose={(side) => onChoose(choice.field, side)}
        />
      ))}
    </div>
  );
}

interface OneFactProps {
  object: MergedObject;
  choice: AnyMergeChoice;
  side: MergeSide;
  byHand: boolean;
  onChoose: (side: MergeSide) => void;
}

function OneFact({ object, choice, side, byHand, onChoose }: OneFactProps) {
  const { t } = useTranslation("identity");
  const words = useMergeWords(object);
  const name = useId();
  const { field } = choice;
  return (
    <fieldset className={styles.fact}>
      <legend className="t12 ink3">
        {t("factBecause", { field: words.field(field), because: byHand ? t("byHand") : words.because(choice) })}
      </legend>
      {(["survivor", "merged"] as const).map((each) => (
        <label key={each} className={cx(styles.value, each === side && styles.chosen)}>
          <input type="radio" name={name} className="unseen" checked={each === side} onChange={() => onChoose(each)} />
          <span className={cx(styles.text, choice[each] === null && side !== each && "ink3")}>
            {words.value(field, choice[each])}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
