import { useQuery } from "@tanstack/react-query";
import { identity, type UnmergePreview } from "@tongzhou/contract/identity";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { call } from "../../platform/http/call.ts";
import { queryClient, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayDone } from "../../ui/feedback/toast.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { useMergeWords } from "./useMergeWords.ts";

/** Takes a merged person apart again, after saying what goes with them. */
export function UnmergeContact({ contactId, name }: { contactId: string; name?: string | null }) {
  const { t } = useTranslation("identity");
  const { t: shell } = useTranslation("shell");
  const [isAsking, setAsking] = useState(false);
  const who = name ?? t("thisOne");
  const run = async () => {
    await call(identity.unmerge, { params: { contactId } });
    // The question is still open and its answer gone: there is nothing to take apart any more.
    const isAnswered = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === identity.previewUnmerge.id;
    queryClient.removeQueries({ predicate: isAnswered, type: "inactive" });
    await queryClient.invalidateQueries({ predicate: (query) => !isAnswered(query) });
    sayDone(t("unmerged", { name: who }));
  };
  return (
    <>
      <button type="button" className="link t12 nw" onClick={() => setAsking(true)}>
        {t("unmerge")}
      </button>
      {isAsking ? (
        <ConfirmConsequence
          title={t("unmergeTitle", { name: who })}
          keep={t("keepMerged")}
          act={t("unmerge")}
          danger={false}
          onAct={run}
          onClose={() => setAsking(false)}
          sayFailure={(failure) => sayFailure(shell, failure)}
        >
          <WhatGoes contactId={contactId} />
        </ConfirmConsequence>
      ) : null}
    </>
  );
}

function WhatGoes({ contactId }: { contactId: string }) {
  const read = useQuery(reading(identity.previewUnmerge, { params: { contactId } }));
  if (read.isPending) return <SkeletonRows rows={2} height={20} />;
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  return <Going preview={read.data} />;
}

function Going({ preview: { moves, givenBack } }: { preview: UnmergePreview }) {
  const { t } = useTranslation("identity");
  const words = useMergeWords();
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
