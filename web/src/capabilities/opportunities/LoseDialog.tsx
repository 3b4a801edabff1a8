import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import { LOSE_REASONS } from "@tongzhou/contract/opportunity-type";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Choices } from "../../ui/controls/Choices.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { refreshOpportunities } from "./refresh-opportunities.ts";

type Reason = (typeof LOSE_REASONS)[number];

/** Loses it, and asks why; the people go back to be nurtured. */
export function LoseDialog({ row, onClose }: { row: OpportunityRow; onClose: () => void }) {
  const { t } = useTranslation("opportunities");
  const [reason, setReason] = useState<Reason>();
  const [note, setNote] = useState("");
  const lose = useAct(opportunities.lose);
  const submit = () => {
    if (reason === undefined) return;
    const body = { reason, note: note.trim() === "" ? null : note.trim() };
    lose.mutate(
      { params: { opportunityId: row.id }, body },
      {
        onSuccess({ operationId }) {
          void refreshOpportunities();
          sayActed(t("lostDone", { name: row.name, reason: t(`reason.${reason}`) }), operationId);
          onClose();
        },
        // Refused because somebody was faster: the page behind shows what it is now.
        onError: () => void refreshOpportunities(),
      },
    );
  };
  return (
    <FormDialog
      title={t("loseWhat", { name: row.name })}
      act={t("lose")}
      onClose={onClose}
      onSubmit={submit}
      busy={lose.isPending}
      failure={lose.error}
      whyOff={reason === undefined ? t("reasonMissing") : undefined}
    >
      <Choices
        label={t("why")}
        value={reason}
        onChange={setReason}
        options={LOSE_REASONS.map((value, at) => ({
          value,
          words: t(`reason.${value}`),
          shortcut: String(at + 1),
        }))}
      />
      <LongTextField label={t("loseNote")} value={note} onChange={setNote} rows={3} maxLength={2000} />
      <p className="t12 ink3">{t("loseMeans")}</p>
    </FormDialog>
  );
}
