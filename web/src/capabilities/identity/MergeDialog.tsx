import type { MergeSide } from "@tongzhou/contract/identity";
import { ArrowLeftRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { queryClient } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { MergeChoices } from "./MergeChoices.tsx";
import { MergeConsequences } from "./MergeConsequences.tsx";
import { hrefOf, type AnyMergeField, type AnyMergePreview, type MergedRecord } from "./merged-record.ts";
import { useMerging } from "./useMerging.ts";

export interface MergeDialogProps extends MergedRecord {
  twinId: string;
  onClose: () => void;
}

/** Who goes on, which values go on, and what moves: shown before it is done. */
export function MergeDialog({ object, recordId, twinId, onClose }: MergeDialogProps) {
  const { t } = useTranslation("identity");
  const { t: ui } = useTranslation("ui");
  const { t: shell } = useTranslation("shell");
  const { go } = useNavigateTo();
  const [survivorId, setSurvivor] = useState(recordId);
  const [chosen, setChosen] = useState<Partial<Record<AnyMergeField, MergeSide>>>({});
  const sides = { survivorId, mergedId: survivorId === recordId ? twinId : recordId };
  const { preview: read, merge, isMerging, failure } = useMerging(object, sides);
  const said = failure === null ? undefined : sayFailure(shell, failure);
  const swap = () => {
    setSurvivor(sides.mergedId);
    setChosen({});
  };
  const run = (preview: AnyMergePreview) => {
    const take = preview.choices
      .filter(({ field, side }) => (chosen[field] ?? side) === "merged")
      .map(({ field }) => field);
    merge(take, (operationId) => {
      void queryClient.invalidateQueries();
      const { name } = take.includes("name") ? preview.merged : preview.survivor;
      sayActed(t("mergedInto", { name: name ?? t("nameless") }), operationId);
      onClose();
      if (survivorId !== recordId) go(hrefOf({ object, recordId: survivorId }));
    });
  };
  return (
    <Dialog
      title={t(`${object}.mergeTitle`)}
      onClose={onClose}
      width={640}
      foot={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            look="solid"
            busy={isMerging}
            disabled={read.data === undefined || read.data.survivorStandsBelow === true}
            onClick={() => {
              if (read.data) run(read.data);
            }}
          >
            {t("mergeNow")}
          </Button>
        </>
      }
    >
      {read.isPending ? <SkeletonRows rows={5} height={40} /> : null}
      {read.isError ? <ReadFailure failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data === undefined ? null : (
        <div className="col g16">
          <MergeChoices
            object={object}
            preview={read.data}
            chosen={chosen}
            onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
            swap={
              <Button icon={ArrowLeftRight} size="small" onClick={swap}>
                {t(`${object}.swap`)}
              </Button>
            }
          />
          <MergeConsequences object={object} preview={read.data} />
          {said === undefined ? null : <ErrorNote happened={said.happened}>{said.todo}</ErrorNote>}
        </div>
      )}
    </Dialog>
  );
}
