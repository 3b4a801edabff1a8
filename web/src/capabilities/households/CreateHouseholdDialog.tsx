import type { Contact } from "@tongzhou/contract/contacts";
import { households } from "@tongzhou/contract/households";
import type { HouseholdRole } from "@tongzhou/contract/memberships";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { DateField } from "../../ui/fields/DateField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { forgetHouseholds } from "./forget-households.ts";
import { RolesField } from "./RolesField.tsx";
import { SomebodyField, type Somebody } from "./SomebodyField.tsx";

/** Says that somebody and somebody else are one family. */
export function CreateHouseholdDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useTranslation("households");
  const format = useFormat();
  const navigate = useNavigateTo();
  const today = format.isoDay(format.now);
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<HouseholdRole[]>(["registrant"]);
  const [somebody, setSomebody] = useState<Somebody>();
  const [theirRoles, setTheirRoles] = useState<HouseholdRole[]>([]);
  const [since, setSince] = useState<string | undefined>(today);
  const create = useAct(households.create);
  const called = contact.name ?? t("nameless");
  const submit = () => {
    if (since === undefined || somebody === undefined) return;
    const members = [
      { contactId: contact.id, roles },
      { ...somebody, roles: theirRoles },
    ];
    create.mutate(
      { body: { name: name.trim() === "" ? null : name.trim(), members, since } },
      {
        onSuccess({ answer, operationId }) {
          forgetHouseholds();
          onClose();
          navigate.go(`/accounts/${answer.householdId}`);
          sayActed(t("created"), operationId);
        },
      },
    );
  };
  const whyOff = somebody === undefined ? t("whoMissing") : since === undefined ? t("dayMissing") : undefined;
  return (
    <FormDialog
      title={t("createTitle", { name: called })}
      act={t("createAct")}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending}
      failure={create.error}
      whyOff={whyOff}
    >
      <RolesField label={t("rolesOf", { name: called })} value={roles} onChange={setRoles} />
      <SomebodyField value={somebody} onChange={setSomebody} without={[contact.id]} />
      <RolesField label={t("theirRoles")} value={theirRoles} onChange={setTheirRoles} />
      <TextField
        label={t("householdName")}
        hint={t("householdNameHint")}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      <DateField label={t("since")} value={since} onChange={setSince} to={today} />
    </FormDialog>
  );
}
