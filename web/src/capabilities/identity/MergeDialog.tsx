import { useQuery } from "@tanstack/react-query";
import { identity, type MergeField, type MergePreview, type MergeSide } from "@tongzhou/contract/identity";
import { ArrowLeftRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { queryClient, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { MergeChoices } from "./MergeChoices.tsx";
import { useMergeWords } from "./useMergeWords.ts";

export interface MergeDialogProps {
  contactId: string;
  twinId: string;
  onClose: () => void;
}

/** Who goes on, which values go on, and what moves: shown before it is done. */
export function MergeDialog({ contactId, twinId, onClose }: MergeDialogProps) {
  const { t } = useTranslation("identity");
  const { t: ui } = useTranslation("ui");
  const { t: shell } = useTranslation("shell");
  const { go } = useNavigateTo();
  const [survivorId, setSurvivor] = useState(contactId);
  const [chosen, setChosen] = useState<Partial<Record<MergeField, MergeSide>>>({});
  const sides = { survivorId, mergedId: survivorId === contactId ? twinId : contactId };
  const read = useQuery(reading(identity.previewMerge, { body: sides }));
  const merge = useAct(identity.merge);
  const said = merge.error === null ? undefined : sayFailure(shell, merge.error);
  const swap = () => {
    setSurvivor(sides.mergedId);
    setChosen({});
  };
  const run = (preview: MergePreview) => {
    const take = preview.choices
      .filter(({ field, side }) => (chosen[field] ?? side) === "merged")
      .map(({ field }) => field);
    merge.mutate(
      { body: { ...sides, take } },
      {
        onSuccess: ({ operationId }) => {
          void queryClient.invalidateQueries();
          const { name } = take.includes("name") ? preview.merged : preview.survivor;
          sayActed(t("mergedInto", { name: name ?? t("nameless") }), operationId);
          onClose();
          if (survivorId !== contactId) go(`/contacts/${survivorId}`);
        },
      },
    );
  };
  return (
    <Dialog
      title={t("mergeTitle")}
      onClose={onClose}
      width={640}
      foot={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            look="solid"
            busy={merge.isPending}
            disabled={read.data === undefined}
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
            preview={read.data}
            chosen={chosen}
            onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
            swap={
              <Button icon={ArrowLeftRight} size="small" onClick={swap}>
                {t("swap")}
              </Button>
            }
          />
          <Consequences preview={read.data} />
          {said === undefined ? null : <ErrorNote happened={said.happened}>{said.todo}</ErrorNote>}
        </div>
      )}
    </Dialog>
  );
}

function Consequences({ preview: { moves, meetingLeads } }: { preview: MergePreview }) {
  const { t } = useTranslation("identity");
  const words = useMergeWords();
  return (
    <div className="col g4 t13 ink2">
      {moves.length === 0 ? null : <p>{t("moves", { what: words.moving(moves) })}</p>}
      {meetingLeads === 0 ? null : <p>{t("meetingLeads", { count: meetingLeads })}</p>}
      <p>{t("anyTime")}</p>
    </div>
  );
}
