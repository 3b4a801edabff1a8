import { CAMPAIGN_TYPES, campaigns, type CampaignType } from "@tongzhou/contract/campaigns";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldsOfDraft } from "../../platform/custom-fields/useFieldsOfDraft.tsx";
import { AmountField } from "../../platform/fields/AmountField.tsx";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { DateRangeField, type Day } from "../../ui/fields/DateField.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { FootNote } from "../../ui/layers/FootNote.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { ProductLineField } from "../products/index.ts";

const WIDTH_PX = 480;

/** Begins a draft: a name and a type are enough, the page of the draft asks for the rest. */
export function CreateCampaignDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("campaigns");
  const { t: ui } = useTranslation("ui");
  const { t: shell } = useTranslation("shell");
  const [name, setName] = useState("");
  const [type, setType] = useState<CampaignType>();
  const [productLineId, setLine] = useState<string>();
  const [days, setDays] = useState<[Day, Day]>();
  const [budget, setBudget] = useState<number>();
  const [tried, setTried] = useState(false);
  const create = useAct(campaigns.create);
  const added = useFieldsOfDraft("campaign", create.error);
  const navigate = useNavigateTo();
  const submit = () => {
    setTried(true);
    if (name.trim() === "" || type === undefined || Number.isNaN(budget) || added.missing !== undefined) return;
    const body = {
      name,
      type,
      productLineId: productLineId ?? null,
      startsOn: days?.[0] ?? null,
      endsOn: days?.[1] ?? null,
      budgetAmount: budget ?? null,
      custom: added.custom,
    };
    create.mutate(
      { body },
      {
        onSuccess({ answer, operationId }) {
          void forget(campaigns.list, campaigns.count);
          sayActed(t("created", { name: answer.name }), operationId);
          onClose();
          navigate.go(`/campaigns/${answer.id}`);
        },
      },
    );
  };
  const said = create.error === null ? undefined : sayFailure(shell, create.error);
  return (
    <Dialog
      title={t("create")}
      width={WIDTH_PX}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <FootNote>{tried ? added.missing : undefined}</FootNote>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" look="solid" busy={create.isPending}>
            {t("makeDraft")}
          </Button>
        </>
      }
    >
      <div className="col g16">
        <TextField
          label={t("name")}
          value={name}
          onChange={setName}
          maxLength={200}
          {...(tried && name.trim() === "" ? { wrong: t("nameMissing") } : {})}
        />
        <SelectField
          label={t("typeOf")}
          value={type}
          onChange={setType}
          options={CAMPAIGN_TYPES.map((value) => ({ value, words: t(`type.${value}`) }))}
          {...(tried && type === undefined ? { wrong: t("typeMissing") } : {})}
        />
        <ProductLineField label={t("productLine")} clearable value={productLineId} onChange={setLine} />
        <DateRangeField label={t("period")} value={days} onChange={setDays} />
        <AmountField label={t("budget")} value={budget} onChange={setBudget} />
        {added.inputs}
        <p className="t12 ink3">{t("draftNote")}</p>
        {said === undefined ? null : <ErrorNote happened={said.happened}>{said.todo}</ErrorNote>}
      </div>
    </Dialog>
  );
}
