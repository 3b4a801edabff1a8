import { people } from "@tongzhou/contract/people";
import { teams, type Team } from "@tongzhou/contract/people-teams";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";

/** Adds a team, renames it, or moves it below another. */
export function TeamDialog(props: { teams: readonly Team[]; team?: Team; onClose: () => void }) {
  const { teams: all, team, onClose } = props;
  const { t } = useTranslation("people");
  const [name, setName] = useState(team?.name ?? "");
  const [parentId, setParentId] = useState<string | null>(team?.parentId ?? null);
  const create = useAct(teams.create);
  const edit = useAct(teams.edit);
  const done = (words: string, operationId: string | undefined) => {
    void forget(teams.list, people.list);
    sayActed(words, operationId);
    onClose();
  };
  const body = {
    ...(name === team?.name ? {} : { name: { from: team?.name ?? "", to: name } }),
    ...(parentId === (team?.parentId ?? null) ? {} : { parentId: { from: team?.parentId ?? null, to: parentId } }),
  };
  const submit = () =>
    team === undefined
      ? create.mutate(
          { body: { name, parentId } },
          { onSuccess: ({ operationId }) => done(t("teamAdded", { name }), operationId) },
        )
      : edit.mutate(
          { params: { teamId: team.id }, body },
          { onSuccess: ({ operationId }) => done(t("teamChanged", { name }), operationId) },
        );
  const isUnchanged = team !== undefined && Object.keys(body).length === 0;
  return (
    <FormDialog
      title={team === undefined ? t("addTeam") : team.name}
      act={team === undefined ? t("addTeamAct") : t("savePerson")}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending || edit.isPending}
      failure={create.error ?? edit.error}
      whyOff={name.trim() === "" ? t("nameMissing") : isUnchanged ? t("nothingChanged") : undefined}
    >
      <TextField label={t("teamName")} value={name} onChange={setName} maxLength={100} />
      <SelectField
        label={t("above")}
        hint={t("aboveMeans")}
        clearable
        none={t("noTeams")}
        options={all.filter(({ id }) => id !== team?.id).map((each) => ({ value: each.id, words: each.name }))}
        value={parentId ?? undefined}
        onChange={(id) => setParentId(id ?? null)}
      />
    </FormDialog>
  );
}
