import { accounts } from "@tongzhou/contract/accounts";
import { households, type Household } from "@tongzhou/contract/households";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordField } from "../../platform/fields/RecordField.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { DateField } from "../../ui/fields/DateField.tsx";
import { forgetHouseholds } from "./forget-households.ts";

/** Another household becomes part of this one. */
export function JoinDialog({ household, onClose }: { household: Household; onClose: () => void }) {
  const { t } = useTranslation("households");
  const format = useFormat();
  const today = format.isoDay(format.now);
  const [otherId, setOther] = useState<string>();
  const [on, setOn] = useState<string | undefined>(today);
  const join = useAct(households.join);
  const submit = () => {
    if (on === undefined || otherId === undefined) return;
    join.mutate(
      { params: { householdId: household.id }, body: { otherId, on } },
      {
        onSuccess({ operationId }) {
          forgetHouseholds();
          sayActed(t("joined"), operationId);
          onClose();
        },
      },
    );
  };
  const whyOff = otherId === undefined ? t("otherMissing") : on === undefined ? t("dayMissing") : undefined;
  return (
    <FormDialog
      title={t("joinTitle", { household: household.name })}
      act={t("joinAct")}
      onClose={onClose}
      onSubmit={submit}
      busy={join.isPending}
      failure={join.error}
      whyOff={whyOff}
    >
      <p className="t13 ink2">{t("joinWhy")}</p>
      <RecordField
        label={t("other")}
        placeholder={t("findHousehold")}
        list={accounts.list}
        optionOf={({ id, name, kind }) => ({
          value: id,
          words: name,
          ...(kind === "company" ? { whyOff: t("isCompany") } : id === household.id ? { whyOff: t("isThis") } : {}),
        })}
        value={otherId}
        onChange={setOther}
      />
      <DateField label={t("since")} value={on} onChange={setOn} to={today} />
    </FormDialog>
  );
}
