import { contacts } from "@tongzhou/contract/contacts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordField } from "../../platform/fields/RecordField.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";

/** Somebody who is here, or somebody without a number of their own. */
export type Somebody = { readonly contactId: string } | { readonly name: string };

export interface SomebodyFieldProps {
  value: Somebody | undefined;
  onChange: (value: Somebody | undefined) => void;
  /** Not to be chosen: who is in it already. */
  without: readonly string[];
}

/** Who: chosen from the contacts, or written down when they are not among them, such as a child without a phone. */
export function SomebodyField({ value, onChange, without }: SomebodyFieldProps) {
  const { t } = useTranslation("households");
  const [isTyped, setTyped] = useState(false);
  const turn = () => {
    setTyped(!isTyped);
    onChange(undefined);
  };
  return (
    <div className="col g4">
      {isTyped ? (
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          value={value !== undefined && "name" in value ? value.name : ""}
          onChange={(name) => onChange(name.trim() === "" ? undefined : { name })}
          maxLength={200}
        />
      ) : (
        <RecordField
          label={t("who")}
          placeholder={t("findPerson")}
          list={contacts.list}
          optionOf={({ id, name, account }) => ({
            value: id,
            words: [name ?? t("nameless"), account?.name].filter(Boolean).join(" · "),
            ...(without.includes(id) ? { whyOff: t("isIn") } : {}),
          })}
          value={value !== undefined && "contactId" in value ? value.contactId : undefined}
          onChange={(contactId) => onChange(contactId === undefined ? undefined : { contactId })}
        />
      )}
      <span>
        <Button look="quiet" size="tiny" onClick={turn}>
          {isTyped ? t("choosePerson") : t("typePerson")}
        </Button>
      </span>
    </div>
  );
}
