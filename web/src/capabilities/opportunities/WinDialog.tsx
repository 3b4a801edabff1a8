import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AmountField } from "../../platform/fields/AmountField.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { DateField, type Day } from "../../ui/fields/DateField.tsx";
import { refreshOpportunities } from "./refresh-opportunities.ts";

/** Wins it: with the amount that was signed. */
export function WinDialog({ row, onClose }: { row: OpportunityRow; onClose: () => void }) {
  const { t } = useTranslation("opportunities");
  const format = useFormat();
  const [amount, setAmount] = useState<number | undefined>(row.amount ?? undefined);
  const today = format.isoDay(format.now);
  const [day, setDay] = useState<Day>(today);
  const win = useAct(opportunities.win);
  const isWrong = amount === undefined || Number.isNaN(amount) || amount < 0;
  const submit = () => {
    if (isWrong) return;
    // Today it was won now; an earlier day has no clock time, so its noon stands for it.
    const body = day === today ? { amount } : { amount, wonAt: new Date(`${day}T12:00:00`).toISOString() };
    win.mutate(
      { params: { opportunityId: row.id }, body },
      {
        onSuccess({ operationId }) {
          void refreshOpportunities();
          sayActed(t("wonDone", { name: row.name, amount: format.money(amount, row.currency) }), operationId);
          onClose();
        },
        // Refused because somebody was faster: the page behind shows what it is now.
        onError: () => void refreshOpportunities(),
      },
    );
  };
  return (
    <FormDialog
      title={t("winWhat", { name: row.name })}
      act={t("win")}
      onClose={onClose}
      onSubmit={submit}
      busy={win.isPending}
      failure={win.error}
      whyOff={isWrong ? t("amountMissing") : undefined}
    >
      <AmountField label={t("signedAmount")} currency={row.currency} value={amount} onChange={setAmount} />
      <DateField label={t("wonOn")} value={day} to={today} onChange={(next) => next !== undefined && setDay(next)} />
      <p className="t12 ink3">{t("winMeans")}</p>
    </FormDialog>
  );
}
