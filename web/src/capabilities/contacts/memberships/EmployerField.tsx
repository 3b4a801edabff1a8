import { accounts } from "@tongzhou/contract/accounts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordField } from "../../../platform/fields/RecordField.tsx";
import { Button } from "../../../ui/controls/Button.tsx";
import { TextField } from "../../../ui/fields/TextField.tsx";

/** A company that is here, or one by its name. */
export type Employer = { readonly id: string } | { readonly name: string };

export interface EmployerFieldProps {
  value: Employer | undefined;
  onChange: (value: Employer | undefined) => void;
  known?: { id: string; name: string } | undefined;
}

/** At which company: chosen from those that are here, or written down when it is not among them. */
export function EmployerField({ value, onChange, known }: EmployerFieldProps) {
  const { t } = useTranslation("memberships");
  const [isTyped, setTyped] = useState(false);
  const turn = () => {
    setTyped(!isTyped);
    onChange(undefined);
  };
  return (
    <div className="col g4">
      {isTyped ? (
        <TextField
          label={t("company")}
          hint={t("companyHint")}
          value={value !== undefined && "name" in value ? value.name : ""}
          onChange={(name) => onChange(name.trim() === "" ? undefined : { name })}
          maxLength={200}
        />
      ) : (
        <RecordField
          label={t("company")}
          placeholder={t("findCompany")}
          list={accounts.list}
          optionOf={({ id, name, kind }) => ({
            value: id,
            words: name,
            ...(kind === "company" ? {} : { whyOff: t("isHousehold") }),
          })}
          value={value !== undefined && "id" in value ? value.id : undefined}
          onChange={(id) => onChange(id === undefined ? undefined : { id })}
          {...(known === undefined ? {} : { known: { value: known.id, words: known.name } })}
        />
      )}
      <span>
        <Button look="quiet" size="tiny" onClick={turn}>
          {isTyped ? t("chooseCompany") : t("typeCompany")}
        </Button>
      </span>
    </div>
  );
}
