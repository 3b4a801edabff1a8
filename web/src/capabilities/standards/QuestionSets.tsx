import type { QuestionSet } from "@tongzhou/contract/lead-standard";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import { NumberField } from "../../ui/fields/NumberField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { useProductLines } from "../products/index.ts";
import type { PartProps } from "./part-props.ts";
import styles from "./StandardLines.module.css";

/** What the SDR asks, what each answer is worth, and from how many points a lead passes. */
export function QuestionSets({ content, onChange }: PartProps) {
  const put = (at: number, set: QuestionSet) =>
    onChange?.({ ...content, questionSets: content.questionSets.map((each, index) => (index === at ? set : each)) });
  return (
    <>
      {content.questionSets.map((set, at) => (
        <OneSet
          key={set.productLineId ?? "all"}
          set={set}
          onChange={onChange === undefined ? undefined : (next) => put(at, next)}
        />
      ))}
    </>
  );
}

function OneSet({ set, onChange }: { set: QuestionSet; onChange: ((set: QuestionSet) => void) | undefined }) {
  const { t } = useTranslation("standards");
  const lines = useProductLines();
  const isOff = onChange === undefined;
  const putQuestion = (id: string, change: Partial<QuestionSet["questions"][number]>) =>
    onChange?.({ ...set, questions: set.questions.map((each) => (each.id === id ? { ...each, ...change } : each)) });
  return (
    <section>
      <SectionHead
        title={set.productLineId === null ? t("allLines") : (lines.nameOf(set.productLineId) ?? t("oneLine"))}
        end={
          <span className="row g8">
            {t("passAt")}
            <span className={styles.number}>
              <NumberField
                size="small"
                label={t("passAt")}
                labelUnseen
                disabled={isOff}
                value={set.passAt}
                onChange={(passAt) => passAt !== null && onChange?.({ ...set, passAt })}
              />
            </span>
          </span>
        }
      />
      <ul className="list">
        {set.questions.map((question) => (
          <li key={question.id} className={styles.question}>
            <span className={styles.letter}>{question.letter}</span>
            <div className="grow col g8">
              <div className="row g12 wrap">
                <TextField
                  className={`grow ${styles.words}`}
                  size="small"
                  label={t("question")}
                  labelUnseen
                  disabled={isOff}
                  value={question.name}
                  maxLength={120}
                  onChange={(name) => putQuestion(question.id, { name })}
                />
                <span className="t12 ink3">{t("weight")}</span>
                <span className={styles.number}>
                  <NumberField
                    size="small"
                    label={t("weightOf", { name: question.name })}
                    labelUnseen
                    disabled={isOff}
                    value={question.weight}
                    onChange={(weight) => weight !== null && putQuestion(question.id, { weight })}
                  />
                </span>
                <Checkbox
                  checked={question.mustHave}
                  disabled={isOff}
                  onChange={(mustHave) => putQuestion(question.id, { mustHave })}
                >
                  {t("mustHave")}
                </Checkbox>
              </div>
              <ul className={styles.options}>
                {question.options.map((option) => (
                  <li key={option.id} className="row g6 t13 ink2">
                    {option.name}
                    <span className={styles.number}>
                      <NumberField
                        size="small"
                        label={t("pointsOf", { name: option.name })}
                        labelUnseen
                        disabled={isOff}
                        value={option.points}
                        onChange={(points) =>
                          points !== null &&
                          putQuestion(question.id, {
                            options: question.options.map((each) =>
                              each.id === option.id ? { ...each, points } : each,
                            ),
                          })
                        }
                      />
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
