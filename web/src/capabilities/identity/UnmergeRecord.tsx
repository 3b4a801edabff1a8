import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayDone } from "../../ui/feedback/toast.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import type { MergedRecord } from "./merged-record.ts";
import { useMergeWords } from "./useMergeWords.ts";
import { unmerge, useUnmergePreview } from "./useUnmerging.ts";

export interface UnmergeRecordProps extends MergedRecord {
  name?: string | null;
}

/** Takes a merged record apart again, after saying what goes with it. */
export function UnmergeRecord({ object, recordId, name }: UnmergeRecordProps) {
  const { t } = useTranslation("identity");
  const { t: shell } = useTranslation("shell");
  const [isAsking, setAsking] = useState(false);
  const who = name ?? t(`${object}.thisOne`);
  const run = async () => {
    await unmerge({ object, recordId });
    sayDone(t("unmerged", { name: who }));
  };
  return (
    <>
      <button type="button" className="link t12 nw" onClick={() => setAsking(true)}>
        {t("unmerge")}
      </button>
      {isAsking ? (
        <ConfirmConsequence
          title={t(`${object}.unmergeTitle`, { name: who })}
          keep={t("keepMerged")}
          act={t("unmerge")}
          danger={false}
          onAct={run}
          onClose={() => setAsking(false)}
          sayFailure={(failure) => sayFailure(shell, failure)}
        >
          <WhatGoes object={object} recordId={recordId} />
        </ConfirmConsequence>
      ) : null}
    </>
  );
}

function WhatGoes({ object, recordId }: MergedRecord) {
  const { t } = useTranslation("identity");
  const words = useMergeWords(object);
  const read = useUnmergePreview({ object, recordId });
  if (read.isPending) return <SkeletonRows rows={2} height={20} />;
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  const { moves, givenBack } = read.data;
  return (
    <div className="col g8">
      {moves.length === 0 ? null : <p>{t("goes", { what: words.moving(moves) })}</p>}
      {givenBack.length === 0 ? null : (
        <p>{t("givenBack", { fields: givenBack.map((field) => words.field(field)).join(t("comma")) })}</p>
      )}
      <p>{t("staysThere")}</p>
    </div>
  );
}
