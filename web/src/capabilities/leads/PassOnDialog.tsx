import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { PersonField, usePeople } from "../people/index.ts";
import { useLeadAct } from "./useLeadAct.ts";
import { useLeadWords } from "./useLeadWords.ts";

export interface PassOnDialogProps {
  leads: readonly LeadRow[];
  onClose: () => void;
  onDone?: () => void;
}

/** An SDR passes leads on to a rep of their choice, with what they found out. */
export function PassOnDialog({ leads: chosen, onClose, onDone }: PassOnDialogProps) {
  const { t } = useTranslation("leads");
  const words = useLeadWords();
  const { nameOf } = usePeople();
  const [repId, setRepId] = useState<string>();
  const [note, setNote] = useState("");
  const passOn = useLeadAct(leads.passOn);
  const first = chosen[0];
  const name = chosen.length === 1 && first !== undefined ? words.name(first) : undefined;
  const run = () => {
    const leadIds = chosen.map(({ id }) => id);
    const rep = nameOf(repId) ?? "";
    passOn.run(
      { body: { leadIds, repId: repId ?? null, note: note.trim() === "" ? null : note } },
      (count) => (name === undefined ? t("passToDone", { count, rep }) : t("passToOneDone", { name, rep })),
      () => {
        onClose();
        onDone?.();
      },
    );
  };
  return (
    <FormDialog
      title={name === undefined ? t("passToMany", { count: chosen.length }) : t("passToOne", { name })}
      act={t("passOn")}
      onClose={onClose}
      onSubmit={run}
      busy={passOn.busy}
      whyOff={repId === undefined ? t("repMissing") : undefined}
    >
      <PersonField label={t("toWhom")} hint={t("assignHint")} value={repId} onChange={setRepId} />
      <LongTextField label={t("noteLabel")} hint={t("passToNote")} value={note} onChange={setNote} maxLength={2000} />
    </FormDialog>
  );
}
