import { households, type HouseholdMember } from "@tongzhou/contract/households";
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

export interface SetRolesDialogProps {
  householdId: string;
  member: HouseholdMember;
  onClose: () => void;
}

/** What somebody is in the household from a day on; what they were stays in the timeline. */
export function SetRolesDialog({ householdId, member, onClose }: SetRolesDialogProps) {
  const { t } = useTranslation("households");
  const format = useFormat();
  const today = format.isoDay(format.now);
  const { id, name } = member.contact;
  const called = name ?? t("nameless");
  const [roles, setRoles] = useState<HouseholdRole[]>(
    member.roles.flatMap(({ role }) => (role === null ? [] : [role])),
  );
  const [on, setOn] = useState<string | undefined>(today);
  const set = useAct(households.setRoles);
  const submit = () => {
    if (on === undefined) return;
    set.mutate(
      { params: { householdId, contactId: id }, body: { roles, on } },
      {
        onSuccess({ operationId }) {
          forgetHouseholds();
          sayActed(t("rolesSet", { name: called }), operationId);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("rolesTitle", { name: called })}
      act={t("rolesAct")}
      onClose={onClose}
      onSubmit={submit}
      busy={set.isPending}
      failure={set.error}
      whyOff={on === undefined ? t("dayMissing") : undefined}
    >
      <RolesField label={t("rolesOf", { name: called })} value={roles} onChange={setRoles} />
      <DateField label={t("since")} value={on} onChange={setOn} to={today} />
    </FormDialog>
  );
}
