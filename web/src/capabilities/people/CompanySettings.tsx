import { useQuery } from "@tanstack/react-query";
import { session, type Company } from "@tongzhou/contract/people-session";
import { company } from "@tongzhou/contract/people-teams";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { LANGUAGES, useLanguage } from "../../platform/language/language.ts";
import { useMay } from "../../platform/session/session.ts";
import { currencyChoices, timeZoneChoices } from "../../platform/session/world-choices.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";

/** The company: its name, and what days, months and amounts follow. */
export function CompanySettings() {
  const read = useQuery(reading(company.show));
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <SkeletonRows rows={4} />;
  return <CompanyForm key={JSON.stringify(read.data)} company={read.data} />;
}

const FIELDS = ["name", "timeZone", "currency", "language", "exportWatermark"] as const;

function CompanyForm({ company: before }: { company: Company }) {
  const { t } = useTranslation("people");
  const { t: shell } = useTranslation("shell");
  const { t: ui } = useTranslation("ui");
  const language = useLanguage();
  const mayEdit = useMay("company", "edit");
  const [now, setNow] = useState(before);
  const edit = useAct(company.edit);
  const zones = useMemo(() => timeZoneChoices(language), [language]);
  const currencies = useMemo(() => currencyChoices(language), [language]);
  const changed = FIELDS.filter((field) => now[field] !== before[field]);
  const set = (change: Partial<Company>) => setNow({ ...now, ...change });
  const submit = () =>
    edit.mutate(
      { body: Object.fromEntries(changed.map((field) => [field, { from: before[field], to: now[field] }])) },
      {
        onSuccess: ({ operationId }) => {
          void forget(company.show, session.whoAmI);
          sayActed(t("companyChanged"), operationId);
        },
      },
    );
  return (
    <form
      className="col g16"
      style={{ maxWidth: "440px" }}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0 && !edit.isPending) submit();
      }}
    >
      <TextField
        label={t("companyName")}
        value={now.name}
        disabled={!mayEdit}
        maxLength={200}
        wrong={now.name.trim() === "" ? t("nameMissing") : undefined}
        onChange={(name) => set({ name })}
      />
      <SelectField
        label={t("timeZone")}
        hint={t("timeZoneMeans")}
        options={zones}
        disabled={!mayEdit}
        value={now.timeZone}
        onChange={(timeZone) => timeZone !== undefined && set({ timeZone })}
      />
      <SelectField
        label={t("currency")}
        hint={t("currencyMeans")}
        options={currencies}
        disabled={!mayEdit}
        value={now.currency}
        onChange={(currency) => currency !== undefined && set({ currency })}
      />
      <SelectField
        label={t("companyLanguage")}
        hint={t("companyLanguageMeans")}
        options={LANGUAGES.map((value) => ({ value, words: shell(`language.${value}`) }))}
        disabled={!mayEdit}
        value={now.language}
        onChange={(chosen) => chosen !== undefined && set({ language: chosen })}
      />
      <Checkbox
        checked={now.exportWatermark}
        disabled={!mayEdit}
        onChange={(exportWatermark) => set({ exportWatermark })}
      >
        {t("exportWatermark")}
      </Checkbox>
      <FailureNote failure={edit.error} />
      {mayEdit ? (
        <div className="row g8">
          <Button
            type="submit"
            look="solid"
            busy={edit.isPending}
            whyOff={changed.length === 0 ? t("nothingChanged") : undefined}
          >
            {ui("save")}
          </Button>
          {changed.length === 0 ? null : (
            <Button look="quiet" onClick={() => setNow(before)}>
              {t("giveUp")}
            </Button>
          )}
        </div>
      ) : (
        <p className="t13 ink3">{t("companyReadOnly")}</p>
      )}
    </form>
  );
}
