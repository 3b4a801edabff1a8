import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { PersonField, usePeople } from "../people/index.ts";
import { useLeadAct } from "./useLeadAct.ts";
import { useLeadWords } from "./useLeadWords.ts";

export interface AssignDialogProps {
  leads: readonly LeadRow[];
  onClose: () => void;
  onDone?: () => void;
}

/** Gives leads to a rep; their clocks begin anew. */
export function AssignDialog({ leads: chosen, onClose, onDone }: AssignDialogProps) {
  const { t } = useTranslation("leads");
  const { t: ui } = useTranslation("ui");
  const words = useLeadWords();
  const { nameOf } = usePeople();
  const [toId, setToId] = useState<string>();
  const [note, setNote] = useState("");
  const assign = useLeadAct(leads.assign);
  const first = chosen[0];
  const run = () => {
    if (toId === undefined) return;
    const choice = { leadIds: chosen.map(({ id }) => id) };
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
  return (
    <Dialog
      title={
        chosen.length === 1 && first !== undefined
          ? t("assignOne", { name: words.name(first) })
          : t("assignMany", { count: chosen.length })
      }
      onClose={onClose}
      onSubmit={run}
      foot={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            look="solid"
            type="submit"
            busy={assign.busy}
            {...(toId === undefined ? { whyOff: t("repMissing") } : {})}
          >
            {t("assign")}
          </Button>
        </>
      }
    >
      <div className="col g16">
        <PersonField label={t("toWhom")} hint={t("assignHint")} value={toId} onChange={setToId} />
        <LongTextField label={t("noteLabel")} value={note} onChange={setNote} maxLength={2000} />
      </div>
    </Dialog>
  );
}
