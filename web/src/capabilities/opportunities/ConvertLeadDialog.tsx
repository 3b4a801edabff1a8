import { accounts } from "@tongzhou/contract/accounts";
import { opportunities } from "@tongzhou/contract/opportunities";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordField } from "../../platform/fields/RecordField.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { refreshOpportunities } from "./refresh-opportunities.ts";
import { OpportunityFields, useOpening } from "./OpportunityFields.tsx";

/** What the dialog must know of a lead. */
export interface ConvertibleLead {
  id: string;
  contactName: string | null;
  account: { id: string; name: string } | null;
  productLineName: string | null;
}

export interface ConvertLeadDialogProps {
  lead: ConvertibleLead;
  onClose: () => void;
  /** The lead was converted: whoever shows leads reads them again. */
  onConverted: () => void;
}

type Way = "found" | "named";

/** Makes a lead an opportunity; whose it is, the converter confirms. */
export function ConvertLeadDialog({ lead, onClose, onConverted }: ConvertLeadDialogProps) {
  const { t } = useTranslation("opportunities");
  const [way, setWay] = useState<Way>("found");
  const [accountId, setAccount] = useState<string | undefined>(lead.account?.id);
  const [company, setCompany] = useState("");
  const [confirmed, setConfirmed] = useState(false);
  const first = [lead.account?.name ?? lead.contactName, lead.productLineName].filter(Boolean).join(" ");
  const form = useOpening(first);
  const convert = useAct(opportunities.convertLead);
  const navigate = useNavigateTo();
  const isChosen = way === "found" ? accountId !== undefined : company.trim() !== "";
  const whyOff = isChosen ? (confirmed ? undefined : t("confirmFirst")) : t("accountMissing");
  const submit = () => {
    if (whyOff !== undefined || form.isWrong) return;
    const chosen =
      way === "named"
        ? { company: { name: company.trim(), creditCode: null } }
        : accountId === undefined || accountId === lead.account?.id
          ? {}
          : { accountId };
    convert.mutate(
      { params: { leadId: lead.id }, body: { ...form.body, ...chosen, accountConfirmed: true } },
      {
        onSuccess({ answer, operationId }) {
          void refreshOpportunities();
          onConverted();
          sayActed(t("converted", { name: answer.name }), operationId);
          onClose();
          navigate.go(`/opportunities/${answer.id}`);
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("convertWhat", { name: lead.contactName ?? lead.account?.name ?? "" })}
      act={t("convert")}
      onClose={onClose}
      onSubmit={submit}
      busy={convert.isPending}
      failure={convert.error}
      whyOff={whyOff}
    >
      <Segmented
        label={t("whose")}
        value={way}
        onChange={(next) => {
          setWay(next);
          setConfirmed(false);
        }}
        options={[
          { value: "found", words: t("knownAccount") },
          { value: "named", words: t("newCompany") },
        ]}
      />
      {way === "found" ? (
        <RecordField
          label={t("account")}
          placeholder={t("findAccount")}
          list={accounts.list}
          optionOf={({ id, name }) => ({ value: id, words: name })}
          known={lead.account === null ? undefined : { value: lead.account.id, words: lead.account.name }}
          value={accountId}
          onChange={(id) => {
            setAccount(id);
            setConfirmed(false);
          }}
        />
      ) : (
        <TextField
          label={t("companyName")}
          hint={t("companyHint")}
          value={company}
          maxLength={200}
          onChange={setCompany}
        />
      )}
      <Checkbox checked={confirmed} onChange={setConfirmed}>
        {t("accountIsRight")}
      </Checkbox>
      <OpportunityFields form={form} />
    </FormDialog>
  );
}
