import { useQuery } from "@tanstack/react-query";
import { people, type Person } from "@tongzhou/contract/people";
import { roles } from "@tongzhou/contract/people-roles";
import { teams } from "@tongzhou/contract/people-teams";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { ProblemError } from "../../platform/http/problem-error.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { ManySelectField, SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { MadePassword } from "./MadePassword.tsx";
import { useRoleName } from "./useRoleName.ts";

interface Written {
  name: string;
  email: string;
  teamId: string | undefined;
  roleIds: string[];
}

const written = (person: Person | undefined): Written => ({
  name: person?.name ?? "",
  email: person?.email ?? "",
  teamId: person?.teamId ?? undefined,
  roleIds: person?.roles.map(({ id }) => id) ?? [],
});

/** What an edit changes: each field with the value it replaces. */
function changes(before: Written, now: Written) {
  const sameRoles = before.roleIds.toSorted().join() === now.roleIds.toSorted().join();
  return {
    ...(before.name === now.name ? {} : { name: { from: before.name, to: now.name } }),
    ...(before.email === now.email ? {} : { email: { from: before.email || null, to: now.email || null } }),
    ...(before.teamId === now.teamId ? {} : { teamId: { from: before.teamId ?? null, to: now.teamId ?? null } }),
    ...(sameRoles ? {} : { roleIds: { from: before.roleIds, to: now.roleIds } }),
  };
}

/** Adds a person, or changes one. */
export function PersonDialog({ person, onClose }: { person?: Person; onClose: () => void }) {
  const { t } = useTranslation("people");
  const [before] = useState(() => written(person));
  const [now, setNow] = useState(before);
  const create = useAct(people.create);
  const edit = useAct(people.edit);
  const failure = create.error ?? edit.error;
  const changed = changes(before, now);
  const wrong = (field: string) => (failure instanceof ProblemError ? failure.field(`/${field}`) : undefined);
  const done = (words: string, operationId: string | undefined) => {
    void forget(people.list, people.directory, roles.list, teams.list);
    sayActed(words, operationId);
  };
  const submit = () => {
    if (person !== undefined) {
      edit.mutate(
        { params: { personId: person.id }, body: changed },
        {
          onSuccess: ({ operationId }) => {
            done(t("personChanged", { name: now.name }), operationId);
            onClose();
          },
        },
      );
      return;
    }
    create.mutate(
      { body: { name: now.name, email: now.email, teamId: now.teamId ?? null, roleIds: now.roleIds } },
      { onSuccess: ({ operationId }) => done(t("personAdded", { name: now.name }), operationId) },
    );
  };
  const secret = create.data?.answer.temporaryPassword;
  if (secret !== undefined) return <MadePassword name={now.name} secret={secret} onClose={onClose} />;
  const isMissing = now.name.trim() === "" || (person === undefined && now.email.trim() === "");
  const isUnchanged = person !== undefined && Object.keys(changed).length === 0;
  return (
    <FormDialog
      title={person === undefined ? t("addPerson") : person.name}
      act={person === undefined ? t("addPersonAct") : t("savePerson")}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending || edit.isPending}
      failure={failure}
      whyOff={isMissing ? t("personNeeds") : isUnchanged ? t("nothingChanged") : undefined}
    >
      <PersonFields now={now} onChange={setNow} wrong={wrong} />
      {person === undefined ? <p className="t12 ink3">{t("passwordIsMade")}</p> : null}
    </FormDialog>
  );
}

function PersonFields(props: {
  now: Written;
  onChange: (next: Written) => void;
  wrong: (field: string) => string | undefined;
}) {
  const { now, onChange, wrong } = props;
  const { t } = useTranslation("people");
  const roleName = useRoleName();
  const allTeams = useQuery(reading(teams.list));
  const allRoles = useQuery(reading(roles.list));
  return (
    <>
      <TextField
        label={t("personName")}
        value={now.name}
        wrong={wrong("name")}
        maxLength={200}
        onChange={(name) => onChange({ ...now, name })}
      />
      <TextField
        label={t("email")}
        type="email"
        hint={t("emailMeans")}
        value={now.email}
        wrong={wrong("email")}
        onChange={(email) => onChange({ ...now, email })}
      />
      <SelectField
        label={t("team")}
        options={(allTeams.data ?? []).map(({ id, name }) => ({ value: id, words: name }))}
        value={now.teamId}
        clearable
        none={t("noTeams")}
        onChange={(teamId) => onChange({ ...now, teamId })}
      />
      <ManySelectField
        label={t("roles")}
        hint={t("rolesMean")}
        options={(allRoles.data ?? []).map((role) => ({ value: role.id, words: roleName(role) }))}
        values={now.roleIds}
        onChange={(roleIds) => onChange({ ...now, roleIds })}
      />
    </>
  );
}
