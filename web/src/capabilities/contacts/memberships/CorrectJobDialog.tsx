import type { Contact } from "@tongzhou/contract/contacts";
import { memberships, type Membership } from "@tongzhou/contract/memberships";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../../platform/codes/useCodeWords.ts";
import { FormDialog } from "../../../platform/forms/FormDialog.tsx";
import { useFormat } from "../../../platform/format/useFormat.ts";
import { useAct } from "../../../platform/http/useAct.ts";
import { sayActed } from "../../../platform/undo/say-acted.ts";
import { DateField } from "../../../ui/fields/DateField.tsx";
import { SelectField } from "../../../ui/fields/SelectField.tsx";
import { TextField } from "../../../ui/fields/TextField.tsx";
import { forgetMemberships } from "./forget-memberships.ts";

export interface CorrectJobDialogProps {
  contact: Contact;
  membership: Membership;
  onClose: () => void;
}

/** What was noted wrong of a job: its days, its title. */
export function CorrectJobDialog({ contact, membership, onClose }: CorrectJobDialogProps) {
  const { t } = useTranslation("memberships");
  const format = useFormat();
  const codes = useCodeWords();
  const today = format.isoDay(format.now);
  const { id, accountName, title = null, jobFunction = null, jobLevel = null, since, until } = membership;
  const was = { title, jobFunction, jobLevel, since, until };
  const [draft, setDraft] = useState<{ [Fact in keyof typeof was]: string | null }>(was);
  const edit = useAct(memberships.edit);
  const set = (fact: keyof typeof was) => (value: string | undefined) =>
    setDraft({ ...draft, [fact]: value === undefined || value.trim() === "" ? null : value });
  const changed = (Object.keys(was) as (keyof typeof was)[]).filter((fact) => draft[fact] !== was[fact]);
  const submit = () => {
    const body = Object.fromEntries(changed.map((fact) => [fact, { from: was[fact], to: draft[fact] }]));
    edit.mutate(
      { params: { contactId: contact.id, membershipId: id }, body },
      {
        onSuccess({ operationId }) {
          forgetMemberships();
          sayActed(t("corrected", { account: accountName }), operationId);
          onClose();
        },
      },
    );
  };
  const whyOff = draft.since === null ? t("dayMissing") : changed.length === 0 ? t("nothingChanged") : undefined;
  const choice = (fact: "jobFunction" | "jobLevel") => (
    <SelectField
      label={t(fact)}
      clearable
      value={draft[fact] ?? undefined}
      onChange={set(fact)}
      options={codes.options(fact, ...(draft[fact] === null ? [] : [draft[fact]]))}
    />
  );
  return (
    <FormDialog
      title={t("correctTitle", { account: accountName })}
      act={t("correctAct")}
      onClose={onClose}
      onSubmit={submit}
      busy={edit.isPending}
      failure={edit.error}
      whyOff={whyOff}
    >
      {"title" in membership ? (
        <>
          <TextField label={t("jobTitle")} value={draft.title ?? ""} onChange={set("title")} maxLength={200} />
          {choice("jobFunction")}
          {choice("jobLevel")}
        </>
      ) : null}
      <DateField label={t("firstDay")} value={draft.since ?? undefined} onChange={set("since")} to={today} />
      <DateField
        label={t("lastDay")}
        hint={t("lastDayHint")}
        value={draft.until ?? undefined}
        onChange={set("until")}
        to={today}
      />
    </FormDialog>
  );
}
