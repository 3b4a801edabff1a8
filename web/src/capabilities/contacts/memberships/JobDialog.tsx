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
import { EmployerField, type Employer } from "./EmployerField.tsx";
import { forgetMemberships } from "./forget-memberships.ts";

export interface JobDialogProps {
  contact: Contact;
  /** The job that ends as this one begins. */
  leaving?: Membership;
  onClose: () => void;
}

/** A job that begins: beside what somebody does, or in place of it. */
export function JobDialog({ contact, leaving, onClose }: JobDialogProps) {
  const { t } = useTranslation("memberships");
  const format = useFormat();
  const codes = useCodeWords();
  const today = format.isoDay(format.now);
  const before = leaving === undefined ? undefined : { id: leaving.accountId, name: leaving.accountName };
  const [account, setAccount] = useState<Employer | undefined>(before && { id: before.id });
  const [title, setTitle] = useState("");
  const [jobFunction, setFunction] = useState<string | undefined>(leaving?.jobFunction ?? undefined);
  const [jobLevel, setLevel] = useState<string | undefined>(leaving?.jobLevel ?? undefined);
  const [since, setSince] = useState<string | undefined>(today);
  const begin = useAct(memberships.begin);
  const move = useAct(memberships.move);
  const seesJob = "title" in contact;
  const submit = () => {
    if (account === undefined || since === undefined) return;
    const job = seesJob
      ? {
          title: title.trim() === "" ? null : title.trim(),
          jobFunction: jobFunction ?? null,
          jobLevel: jobLevel ?? null,
        }
      : {};
    const body = { account, since, ...job };
    const done = (words: string) => ({
      onSuccess({ operationId }: { operationId: string | undefined }) {
        forgetMemberships();
        sayActed(words, operationId);
        onClose();
      },
    });
    if (leaving === undefined) begin.mutate({ params: { contactId: contact.id }, body }, done(t("begun")));
    else
      move.mutate(
        { params: { contactId: contact.id, membershipId: leaving.id }, body },
        done(t("moved", { account: leaving.accountName })),
      );
  };
  const whyOff = account === undefined ? t("companyMissing") : since === undefined ? t("dayMissing") : undefined;
  return (
    <FormDialog
      title={leaving === undefined ? t("addTitle") : t("moveTitle")}
      act={leaving === undefined ? t("save") : t("saveMove")}
      onClose={onClose}
      onSubmit={submit}
      busy={begin.isPending || move.isPending}
      failure={begin.error ?? move.error}
      whyOff={whyOff}
    >
      {leaving === undefined ? null : <p className="t13 ink2">{t("moveWhy", { account: leaving.accountName })}</p>}
      <EmployerField value={account} onChange={setAccount} known={before} />
      {seesJob ? (
        <>
          <TextField label={t("jobTitle")} value={title} onChange={setTitle} maxLength={200} />
          <SelectField
            label={t("jobFunction")}
            clearable
            value={jobFunction}
            onChange={setFunction}
            options={codes.options("jobFunction", ...(jobFunction === undefined ? [] : [jobFunction]))}
          />
          <SelectField
            label={t("jobLevel")}
            clearable
            value={jobLevel}
            onChange={setLevel}
            options={codes.options("jobLevel", ...(jobLevel === undefined ? [] : [jobLevel]))}
          />
        </>
      ) : null}
      <DateField
        label={leaving === undefined ? t("firstDay") : t("moveDay")}
        value={since}
        onChange={setSince}
        to={today}
      />
    </FormDialog>
  );
}
