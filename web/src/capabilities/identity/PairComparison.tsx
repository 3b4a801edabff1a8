import type { Pair } from "@tongzhou/contract/duplicate-pairs";
import type { MergeField, MergeSide } from "@tongzhou/contract/identity";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/Icon.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { EvidenceBar } from "./EvidenceBar.tsx";
import { pairFacts, type PairFact } from "./pair-facts.ts";
import styles from "./PairComparison.module.css";
import { PairSide } from "./PairSide.tsx";
import { useEvidenceWords } from "./useEvidenceWords.ts";
import { useMergeWords, type MergeWords } from "./useMergeWords.ts";
import { usePairWords, type PairWords } from "./usePairWords.ts";

export interface PairComparisonProps {
  pair: Pair;
  /** What was chosen by hand; the rules choose the rest. */
  chosen: Readonly<Partial<Record<MergeField, MergeSide>>>;
  onChoose: (field: MergeField, side: MergeSide) => void;
}

const SIDES = ["survivor", "merged"] as const;

/** The two records row by row: what each says, which value stays, and what that speaks for or against. */
export function PairComparison({ pair, chosen, onChoose }: PairComparisonProps) {
  const { t } = useTranslation("identity");
  const words = usePairWords();
  const facts = pairFacts(pair);
  const widest = Math.max(...facts.map(({ bits }) => Math.abs(bits)), 1);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.topic}>
            <span className="unseen">{t("topicHead")}</span>
          </th>
          {SIDES.map((side) => (
            <th key={side} scope="col" className={styles.who}>
              <PairSide contact={pair.preview[side]} />
            </th>
          ))}
          <th scope="col" className={styles.bar} aria-label={t("weight")}>
            <span className="row between">
              <span>{t("unlike")}</span>
              <span>{t("alike")}</span>
            </span>
          </th>
          <th scope="col" className={styles.bits}>
            <span className="unseen">{t("weight")}</span>
          </th>
          <th scope="col" className={styles.said}>
            {t("evidence")}
          </th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <FactOfPair
            key={fact.id}
            fact={fact}
            widest={widest}
            side={fact.choice === null ? null : (chosen[fact.choice.field] ?? fact.choice.side)}
            onChoose={onChoose}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={6} className={styles.sum}>
            {t("sum", {
              bits: words.bits(pair.bits),
              prior: words.bits(pair.prior),
              probability: words.probability(pair.probability),
            })}
            <span className="ink3">{t("sumWhy")}</span>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

interface FactOfPairProps {
  fact: PairFact;
  widest: number;
  side: MergeSide | null;
  onChoose: PairComparisonProps["onChoose"];
}

function FactOfPair({ fact, widest, side, onChoose }: FactOfPairProps) {
  const words = usePairWords();
  const merging = useMergeWords("contact");
  const evidence = useEvidenceWords();
  const { topic, choice, lines, bits } = fact;
  const label = labelOf(fact, words, merging);
  const isAlone = topic === null && choice === null;
  const isAgainst = bits < 0 && words.bits(bits) !== "0";
  return (
    <tr>
      <th scope="row" className={styles.topic}>
        {label}
      </th>
      {isAlone ? (
        <td colSpan={2} className={styles.alone}>
          {evidence(fact)}
        </td>
      ) : (
        SIDES.map((each) => <ValueCell key={each} fact={fact} each={each} side={side} onChoose={onChoose} />)
      )}
      <td className={styles.bar}>{lines.length === 0 ? null : <EvidenceBar bits={bits} widest={widest} />}</td>
      <td className={cx(styles.bits, isAgainst && "amber")}>{lines.length === 0 ? null : <b>{words.bits(bits)}</b>}</td>
      <td className={styles.said}>{isAlone ? null : evidence(fact)}</td>
    </tr>
  );
}

function labelOf({ topic, choice, lines }: PairFact, words: PairWords, merging: MergeWords): string {
  if (topic !== null) return words.topic(topic);
  return choice === null ? words.alone(lines[0]?.of ?? "hidden") : merging.field(choice.field);
}

interface ValueCellProps {
  fact: PairFact;
  each: MergeSide;
  side: MergeSide | null;
  onChoose: PairComparisonProps["onChoose"];
}

function ValueCell({ fact: { topic, choice, values }, each, side, onChoose }: ValueCellProps) {
  const { t } = useTranslation("identity");
  const merging = useMergeWords("contact");
  const shown = useShownValues();
  if (choice !== null) {
    const value = merging.value(choice.field, choice[each]);
    const isKept = side === each;
    return (
      <td className={cx(styles.value, isKept && styles.kept)}>
        <button
          type="button"
          className={styles.choose}
          aria-pressed={isKept}
          title={t(isKept ? "isKept" : "keepThis")}
          onClick={() => onChoose(choice.field, each)}
        >
          {isKept ? <Icon of={Check} size={14} /> : null}
          <span className={styles.text}>{value}</span>
        </button>
      </td>
    );
  }
  const texts = shown(topic, values[each]);
  const doBothStay = topic !== "name" && topic !== "title" && topic !== "city" && !sameTexts(values);
  return (
    <td className={cx(styles.value, doBothStay && texts.length > 0 && styles.kept)}>
      {texts.length === 0 ? <None /> : null}
      {texts.map((text) => (
        <span key={text} className={styles.stays}>
          {doBothStay ? <Icon of={Check} size={14} /> : null}
          <span className={styles.text}>{text}</span>
        </span>
      ))}
    </td>
  );
}

const sameTexts = ({ survivor, merged }: PairFact["values"]): boolean => survivor.join() === merged.join();

function useShownValues(): (topic: PairFact["topic"], values: readonly string[]) => string[] {
  const format = useFormat();
  const regions = useRegions();
  return (topic, values) =>
    values.map((value) => {
      if (topic === "phone") return value.includes("*") ? value : format.phone(value);
      return topic === "city" ? regions.name(value) : value;
    });
}
