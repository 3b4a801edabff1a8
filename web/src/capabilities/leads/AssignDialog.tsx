import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PreviewLines } from "../../platform/assigning/PreviewLines.tsx";
import { movesOf, useAssignmentPreview } from "../../platform/assigning/useAssignmentPreview.ts";
import type { EveryRow } from "../../platform/lists/RecordList.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { FootNote } from "../../ui/layers/FootNote.tsx";
import { PersonField, usePeople } from "../people/index.ts";
import { useLeadAct } from "./useLeadAct.ts";
import { useLeadWords } from "./useLeadWords.ts";

export interface AssignDialogProps {
  leads: readonly LeadRow[];
  /** Given instead: all that the list shows. */
  every?: EveryRow | undefined;
  onClose: () => void;
  onDone?: () => void;
}

/** Gives leads to a rep, having said how many go and how many stay; their clocks begin anew. */
export function AssignDialog({ leads: chosen, every, onClose, onDone }: AssignDialogProps) {
  const { t } = useTranslation("leads");
  const { t: ui } = useTranslation("ui");
  const words = useLeadWords();
  const { nameOf } = usePeople();
  const [toId, setToId] = useState<string>();
  const [note, setNote] = useState("");
  const assign = useLeadAct(leads.assign);
  const first = chosen[0];
  const choice =
    every === undefined ? { leadIds: chosen.map(({ id }) => id) } : { filter: every.filter, search: every.search };
  const preview = useAssignmentPreview(leads.previewAssignment, choice, toId);
  const moves = preview === undefined ? undefined : movesOf(preview);
  const isOne = every === undefined && chosen.length === 1 && first !== undefined;
  const title = isOne
    ? t("assignOne", { name: words.name(first) })
    : every === undefined
      ? t("assignMany", { count: chosen.length })
      : t("assignAll", { amount: every.amount });
  const run = () => {
    if (toId === undefined) return;
    const body = { choice, toId, note: note.trim() === "" ? null : note };
    assign.run(
      { body },
      (count) => t("assignDone", { count, rep: nameOf(toId) ?? "" }),
      () => {
        onClose();
        onDone?.();
      },
    );
  };
  const whyOff = toId === undefined ? t("repMissing") : moves === 0 ? t("noneToAssign") : undefined;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={run}
      foot={
        <>
          <FootNote>{whyOff}</FootNote>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="solid" type="submit" busy={assign.busy} whyOff={whyOff}>
            {t("assign")}
          </Button>
        </>
      }
    >
      <div className="col g16">
        <PersonField label={t("toWhom")} hint={t("assignHint")} value={toId} onChange={setToId} />
        {isOne && moves !== 0 ? null : <PreviewLines preview={preview} />}
        <LongTextField label={t("noteLabel")} value={note} onChange={setNote} maxLength={2000} />
      </div>
    </Dialog>
  );
}
