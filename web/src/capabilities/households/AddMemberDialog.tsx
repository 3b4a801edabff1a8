import { households, type Household } from "@tongzhou/contract/households";
import type { HouseholdRole } from "@tongzhou/contract/memberships";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { DateField } from "../../ui/fields/DateField.tsx";
import { forgetHouseholds } from "./forget-households.ts";
import { RolesField } from "./RolesField.tsx";
import { SomebodyField, type Somebody } from "./SomebodyField.tsx";

/** One more of the family. */
export function AddMemberDialog({ household, onClose }: { household: Household; onClose: () => void }) {
  const { t } = useTranslation("households");
  const format = useFormat();
  const today = format.isoDay(format.now);
  const [somebody, setSomebody] = useState<Somebody>();
  const [roles, setRoles] = useState<HouseholdRole[]>([]);
  const [since, setSince] = useState<string | undefined>(today);
  const add = useAct(households.add);
  const submit = () => {
    if (since === undefined || somebody === undefined) return;
    add.mutate(
      { params: { householdId: household.id }, body: { ...somebody, roles, since } },
      {
        onSuccess({ operationId }) {
          forgetHouseholds();
          sayActed(t("added"), operationId);
          onClose();
        },
      },
    );
  };
  const whyOff = somebody === undefined ? t("whoMissing") : since === undefined ? t("dayMissing") : undefined;
  return (
    <FormDialog
      title={t("addTitle", { household: household.name })}
      act={t("addAct")}
      onClose={onClose}
      onSubmit={submit}
      busy={add.isPending}
      failure={add.error}
      whyOff={whyOff}
    >
      <SomebodyField
        value={somebody}
        onChange={setSomebody}
        without={household.present.map(({ contact }) => contact.id)}
      />
      <RolesField label={t("theirRoles")} value={roles} onChange={setRoles} />
      <DateField label={t("since")} value={since} onChange={setSince} to={today} />
    </FormDialog>
  );
}
