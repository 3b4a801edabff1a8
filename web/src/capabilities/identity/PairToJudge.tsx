import { useQuery } from "@tanstack/react-query";
import { duplicatePairs, type Pair, type PairRow } from "@tongzhou/contract/duplicate-pairs";
import type { MergeField, MergeSide } from "@tongzhou/contract/identity";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { PairActs } from "./PairActs.tsx";
import { PairComparison } from "./PairComparison.tsx";
import { PairConsequences } from "./PairConsequences.tsx";
import styles from "./PairToJudge.module.css";
import { usePairWords } from "./usePairWords.ts";

export interface PairToJudgeProps {
  row: PairRow;
  onJudged: () => void;
}

/** One pair: the conclusion and its reasons, the evidence, what merging would do, and the three answers. */
export function PairToJudge({ row, onJudged }: PairToJudgeProps) {
  const read = useQuery(reading(duplicatePairs.show, { params: { pairId: row.id } }));
  if (read.isPending) return <SkeletonRows rows={8} height={42} />;
  if (read.data === undefined) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  return <Judging pair={read.data} onJudged={onJudged} />;
}

function Judging({ pair, onJudged }: { pair: Pair; onJudged: () => void }) {
  const { t } = useTranslation("identity");
  const words = usePairWords();
  const [chosen, setChosen] = useState<Partial<Record<MergeField, MergeSide>>>({});
  const { verdict, because } = words.conclusion(pair);
  return (
    <div className={styles.judging}>
      <div className={styles.reading}>
        <p className="t16">
          <b>{verdict}</b>
          <span className="ink2">{because}</span>
        </p>
        {pair.foundBy === "capture" ? <p className="t13 ink3">{t("foundAtCapture")}</p> : null}
        {pair.foundBy === "matcher" ? <p className="t13 ink3">{t("foundByMatcher")}</p> : null}
        <PairComparison
          pair={pair}
          chosen={chosen}
          onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
        />
        <PairConsequences preview={pair.preview} chosen={chosen} />
      </div>
      <PairActs pair={pair} chosen={chosen} onJudged={onJudged} />
    </div>
  );
}
