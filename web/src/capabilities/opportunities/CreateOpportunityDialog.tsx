import { accounts } from "@tongzhou/contract/accounts";
import { opportunities } from "@tongzhou/contract/opportunities";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldsOfDraft } from "../../platform/custom-fields/useFieldsOfDraft.tsx";
import { RecordField } from "../../platform/fields/RecordField.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { ProductLineField } from "../products/index.ts";
import { refreshOpportunities } from "./refresh-opportunities.ts";
import { OpportunityFields, useOpening } from "./OpportunityFields.tsx";
import { usePipelineTypes } from "./usePipelineTypes.ts";

export interface CreateOpportunityDialogProps {
  /** The account whose page it was opened from. */
  account?: { id: string; name: string };
  onClose: () => void;
}

/** Opens an opportunity with an account, without a lead. */
export function CreateOpportunityDialog({ account, onClose }: CreateOpportunityDialogProps) {
  const { t } = useTranslation("opportunities");
  const types = usePipelineTypes();
  const [accountId, setAccount] = useState<string | undefined>(account?.id);
  const [typeId, setType] = useState<string>();
  const [productLineId, setLine] = useState<string>();
  const form = useOpening();
  const create = useAct(opportunities.create);
  const added = useFieldsOfDraft("opportunity", create.error);
  const navigate = useNavigateTo();
  const submit = () => {
    if (accountId === undefined || form.isWrong || added.missing !== undefined) return;
    const body = {
      ...form.body,
      ...(typeId === undefined ? {} : { typeId }),
      accountId,
      productLineId: productLineId ?? null,
      custom: added.custom,
    };
    create.mutate(
      { body },
      {
        onSuccess({ answer, operationId }) {
          void refreshOpportunities();
          sayActed(t("created", { name: answer.name }), operationId);
          onClose();
          navigate.go(`/opportunities/${answer.id}`);
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("create")}
      act={t("create")}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending}
      failure={create.error}
      whyOff={accountId === undefined ? t("accountMissing") : added.missing}
    >
      <RecordField
        label={t("account")}
        placeholder={t("findAccount")}
        list={accounts.list}
        optionOf={({ id, name }) => ({ value: id, words: name })}
        known={account === undefined ? undefined : { value: account.id, words: account.name }}
        value={accountId}
        onChange={setAccount}
      />
      {types.length < 2 ? null : (
        <SelectField
          label={t("type")}
          value={typeId ?? types[0]?.id}
          onChange={setType}
          options={types.map(({ id, name }) => ({ value: id, words: name }))}
        />
      )}
      <ProductLineField label={t("field.productLineId")} clearable value={productLineId} onChange={setLine} />
      <OpportunityFields form={form} />
      {added.inputs}
    </FormDialog>
  );
}
