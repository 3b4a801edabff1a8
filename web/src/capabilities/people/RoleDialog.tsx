import { roles, type Role } from "@tongzhou/contract/people-roles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { useRoleName } from "./useRoleName.ts";

export interface RoleDialogProps {
  roles: readonly Role[];
  /** Renames this one instead of adding one. */
  role?: Role;
  copyOf?: Role;
  onClose: () => void;
}

/** Adds a role, from another or empty, or gives one another name. */
export function RoleDialog({ roles: all, role, copyOf, onClose }: RoleDialogProps) {
  const { t } = useTranslation("people");
  const roleName = useRoleName();
  const navigate = useNavigateTo();
  const [zh, setZh] = useState(role?.name.zh ?? "");
  const [en, setEn] = useState(role?.name.en ?? "");
  const [from, setFrom] = useState(copyOf?.id);
  const create = useAct(roles.create);
  const rename = useAct(roles.rename);
  const done = (words: string, operationId: string | undefined, roleId: string) => {
    void forget(roles.list);
    sayActed(words, operationId);
    onClose();
    navigate.go(hrefOf("/settings/roles", { role: roleId }));
  };
  const name = { zh: zh.trim(), en: en.trim() };
  const submit = () =>
    role === undefined
      ? create.mutate(
          { body: { name, ...(from === undefined ? {} : { copyOf: from }) } },
          { onSuccess: ({ answer, operationId }) => done(t("roleAdded", { name: zh }), operationId, answer.id) },
        )
      : rename.mutate(
          { params: { roleId: role.id }, body: { name: { from: role.name, to: name } } },
          { onSuccess: ({ operationId }) => done(t("roleRenamed", { name: zh }), operationId, role.id) },
        );
  return (
    <FormDialog
      title={role === undefined ? t("addRole") : t("renameRole")}
      act={role === undefined ? t("addRoleAct") : t("savePerson")}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending || rename.isPending}
      failure={create.error ?? rename.error}
      whyOff={name.zh === "" || name.en === "" ? t("bothNames") : undefined}
    >
      <TextField label={t("nameZh")} value={zh} onChange={setZh} maxLength={60} />
      <TextField label={t("nameEn")} value={en} onChange={setEn} maxLength={60} />
      {role === undefined ? (
        <SelectField
          label={t("startFrom")}
          hint={t("startFromMeans")}
          clearable
          options={all.map((each) => ({ value: each.id, words: roleName(each) }))}
          value={from}
          onChange={setFrom}
        />
      ) : null}
    </FormDialog>
  );
}
