import { useQuery } from "@tanstack/react-query";
import { FIELD_OBJECTS, FIELD_TYPES } from "@tongzhou/contract/fields";
import { roles } from "@tongzhou/contract/people-roles";
import { useTranslation } from "react-i18next";
import { AddedFieldInput } from "../../platform/custom-fields/AddedFieldInput.tsx";
import { reading } from "../../platform/http/queries.ts";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { Switch } from "../../ui/controls/Switch.tsx";
import { ManySelectField, SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { hasOptions, mayBeUnique, mayHaveDefault, type FieldDraft } from "./field-draft.ts";
import styles from "./FieldDialog.module.css";
import { OptionRows } from "./OptionRows.tsx";

const MAX_NAME = 60;
const MAX_HELP = 300;

export interface FieldFormProps {
  draft: FieldDraft;
  /** Type and what a link leads to are chosen once. */
  isNew: boolean;
  wrongName: string | undefined;
  onChange: (change: Partial<FieldDraft>) => void;
}

/** Everything that can be said of a field. */
export function FieldForm({ draft, isNew, wrongName, onChange }: FieldFormProps) {
  const { t } = useTranslation("fields");
  const { type } = draft;
  return (
    <div className="col g16">
      <div className={styles.pairs}>
        <TextField
          label={t("name")}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={MAX_NAME}
          {...(wrongName === undefined ? {} : { wrong: wrongName })}
        />
        <TextField
          label={t("nameEn")}
          value={draft.nameEn}
          onChange={(nameEn) => onChange({ nameEn })}
          maxLength={MAX_NAME}
        />
        <SelectField
          label={t("typeOf")}
          disabled={!isNew}
          {...(isNew ? {} : { hint: t("typeStays") })}
          options={FIELD_TYPES.map((value) => ({ value, words: t(`type.${value}`) }))}
          value={type}
          onChange={(next) => next !== undefined && onChange({ type: next, defaultValue: null })}
        />
        {type === "link" ? (
          <SelectField
            label={t("linkTo")}
            disabled={!isNew}
            options={FIELD_OBJECTS.map((value) => ({ value, words: t(`object.${value}`) }))}
            value={draft.linkedObject}
            onChange={(linkedObject) => linkedObject !== undefined && onChange({ linkedObject })}
          />
        ) : null}
      </div>
      {hasOptions(type) ? <OptionRows options={draft.options} onChange={(options) => onChange({ options })} /> : null}
      <div className={styles.pairs}>
        <TextField label={t("help")} value={draft.help} onChange={(help) => onChange({ help })} maxLength={MAX_HELP} />
        <TextField
          label={t("helpEn")}
          value={draft.helpEn}
          onChange={(helpEn) => onChange({ helpEn })}
          maxLength={MAX_HELP}
        />
      </div>
      <div>
        <Segmented
          label={t("weight")}
          value={draft.weight}
          onChange={(weight) => onChange({ weight })}
          options={[
            { value: "decision", words: t("weightDecision") },
            { value: "reference", words: t("weightReference") },
          ]}
        />
        <p className="t12 ink3" style={{ marginTop: "4px" }}>
          {t("weightMeans")}
        </p>
      </div>
      <Switch on={draft.required} onChange={(required) => onChange({ required })}>
        {t("requiredSwitch")}
      </Switch>
      {mayBeUnique(type) ? (
        <Switch
          on={draft.unique}
          onChange={(unique) => onChange({ unique, ...(unique ? { defaultValue: null } : {}) })}
        >
          {t("uniqueSwitch")}
        </Switch>
      ) : null}
      <Switch on={draft.sensitive} onChange={(sensitive) => onChange({ sensitive })}>
        {t("sensitiveSwitch")}
      </Switch>
      <VisibleTo visibleTo={draft.visibleTo} onChange={(visibleTo) => onChange({ visibleTo })} />
      {mayHaveDefault(draft) ? (
        <AddedFieldInput
          key={type}
          field={{ type, options: draft.options, linkedObject: null }}
          label={t("defaultValue")}
          hint={t("defaultMeans")}
          value={draft.defaultValue}
          onChange={(defaultValue) => onChange({ defaultValue })}
        />
      ) : null}
    </div>
  );
}

function VisibleTo({
  visibleTo,
  onChange,
}: {
  visibleTo: string[] | null;
  onChange: (codes: string[] | null) => void;
}) {
  const { t, i18n } = useTranslation("fields");
  const all = useQuery(reading(roles.list));
  return (
    <>
      <Switch on={visibleTo !== null} onChange={(limited) => onChange(limited ? [] : null)}>
        {t("limitedSwitch")}
      </Switch>
      {visibleTo === null ? null : (
        <ManySelectField
          label={t("visibleTo")}
          hint={t("visibleMeans")}
          options={(all.data ?? []).map(({ code, name }) => ({
            value: code,
            words: i18n.language.startsWith("en") ? name.en : name.zh,
          }))}
          values={visibleTo}
          onChange={onChange}
        />
      )}
    </>
  );
}
