import { campaigns, COST_KINDS, type Campaign, type CampaignCost, type CostKind } from "@tongzhou/contract/campaigns";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AmountField } from "../../platform/fields/AmountField.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { DateField, type Day } from "../../ui/fields/DateField.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";

export interface CostDialogProps {
  campaign: Campaign;
  /** Corrects this one instead of recording another. */
  cost?: CampaignCost;
  onClose: () => void;
}

const changed = <V,>(from: V, to: V) => (from === to ? undefined : { from, to });

/** Records what a campaign cost, or corrects it. A refund is a negative amount. */
export function CostDialog({ campaign, cost, onClose }: CostDialogProps) {
  const { t } = useTranslation("campaigns");
  const { t: ui } = useTranslation("ui");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  const [amount, setAmount] = useState<number | undefined>(cost?.amount);
  const [kind, setKind] = useState<CostKind>(cost?.kind ?? "media");
  const [occurredOn, setDay] = useState<Day>(cost?.occurredOn ?? format.isoDay(format.now));
  const [note, setNote] = useState(cost?.note ?? "");
  const [tried, setTried] = useState(false);
  const add = useAct(campaigns.addCost);
  const edit = useAct(campaigns.editCost);
  const isWrong = amount === undefined || amount === 0;
  const done = ({ operationId }: { operationId: string | undefined }) => {
    void forget(campaigns.show, campaigns.list);
    sayActed(t("costRecorded", { amount: format.money(amount ?? 0, campaign.currency) }), operationId);
    onClose();
  };
  const submit = () => {
    setTried(true);
    if (isWrong || Number.isNaN(amount)) return;
    const params = { campaignId: campaign.id };
    const written = note.trim() === "" ? null : note.trim();
    if (cost === undefined) {
      add.mutate({ params, body: { occurredOn, amount, kind, note: written } }, { onSuccess: done });
      return;
    }
    const body = {
      occurredOn: changed(cost.occurredOn, occurredOn),
      amount: changed(cost.amount, amount),
      kind: changed(cost.kind, kind),
      note: changed(cost.note, written),
    };
    edit.mutate({ params: { ...params, costId: cost.id }, body }, { onSuccess: done });
  };
  const failure = add.error ?? edit.error;
  const said = failure === null ? undefined : sayFailure(shell, failure);
  return (
    <Dialog
      title={cost === undefined ? t("recordCost") : t("correctCost")}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" look="solid" busy={add.isPending || edit.isPending}>
            {cost === undefined ? t("recordCost") : ui("save")}
          </Button>
        </>
      }
    >
      <div className="col g16">
        <AmountField
          label={t("amount")}
          mayBeNegative
          currency={campaign.currency}
          value={amount}
          onChange={setAmount}
          {...(tried && isWrong ? { wrong: t("amountMissing") } : {})}
        />
        <SelectField
          label={t("kind")}
          value={kind}
          onChange={(next) => next !== undefined && setKind(next)}
          options={COST_KINDS.map((value) => ({ value, words: t(`costKind.${value}`) }))}
        />
        <DateField label={t("occurredOn")} value={occurredOn} onChange={(day) => day !== undefined && setDay(day)} />
        <TextField label={t("note")} value={note} onChange={setNote} maxLength={2000} />
        {said === undefined ? null : <ErrorNote happened={said.happened}>{said.todo}</ErrorNote>}
      </div>
    </Dialog>
  );
}
