import type { ContactRow } from "@tongzhou/contract/contacts";
import type { MergeChoice, MergeField, MergePreview, MergeSide } from "@tongzhou/contract/identity";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { cx } from "../../ui/cx.ts";
import styles from "./MergeChoices.module.css";
import { useMergeWords } from "./useMergeWords.ts";

export interface MergeChoicesProps {
  preview: MergePreview;
  /** What was chosen by hand; the rules choose the rest. */
  chosen: Readonly<Partial<Record<MergeField, MergeSide>>>;
  onChoose: (field: MergeField, side: MergeSide) => void;
  swap: ReactNode;
}

/** The two records side by side: who goes on at the left, and of each fact that differs the value that goes on. */
export function MergeChoices({ preview, chosen, onChoose, swap }: MergeChoicesProps) {
  const { t } = useTranslation("identity");
  return (
    <div className={styles.sides}>
      <div className={styles.head}>
        <Who contact={preview.survivor} note={t("goesOn")} />
        <Who contact={preview.merged} note={t("isMerged")} />
        <div className={styles.swap}>{swap}</div>
      </div>
      {preview.choices.length === 0 ? <p className="t13 ink2">{t("nothingDiffers")}</p> : null}
      {preview.choices.map((choice) => (
        <OneFact
          key={choice.field}
          choice={choice}
          side={chosen[choice.field] ?? choice.side}
          byHand={chosen[choice.field] !== undefined}
          onChoose={(side) => onChoose(choice.field, side)}
        />
      ))}
    </div>
  );
}

function Who({ contact, note }: { contact: ContactRow; note: string }) {
  const { t } = useTranslation("identity");
  const format = useFormat();
  const reached = contact.identifiers
    .filter(({ kind }) => kind === "phone" || kind === "email")
    .map(({ kind, value, visibility }) => (kind === "phone" && visibility !== "masked" ? format.phone(value) : value));
  return (
    <div className={styles.who}>
      <span className="t12 ink3">{note}</span>
      <b className={styles.text}>{contact.name ?? t("nameless")}</b>
      {contact.account === null ? null : <span className="t13 ink2 ell">{contact.account.name}</span>}
      {reached.map((point) => (
        <span key={point} className="t13 ink2 ell">
          {point}
        </span>
      ))}
    </div>
  );
}

interface OneFactProps {
  choice: MergeChoice;
  side: MergeSide;
  byHand: boolean;
  onChoose: (side: MergeSide) => void;
}

function OneFact({ choice, side, byHand, onChoose }: OneFactProps) {
  const { t } = useTranslation("identity");
  const words = useMergeWords();
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
