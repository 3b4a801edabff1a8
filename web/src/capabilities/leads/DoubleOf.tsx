import { contacts } from "@tongzhou/contract/contacts";
import { useTranslation } from "react-i18next";
import { RecordField } from "../../platform/fields/RecordField.tsx";

export interface DoubleOfProps {
  /** Whose lead it is: nobody is their own double. */
  contactId: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** Whom a lead is the double of: found among the contacts one sees. */
export function DoubleOf({ contactId, value, onChange }: DoubleOfProps) {
  const { t } = useTranslation("leads");
  return (
    <RecordField
      label={t("doubleOf")}
      placeholder={t("findDouble")}
      list={contacts.list}
      optionOf={({ id, name, account, owner }) => ({
        value: id,
        words: [name ?? t("nameless"), account?.name, owner?.name].filter(Boolean).join(" · "),
        ...(id === contactId ? { whyOff: t("notItself") } : {}),
      })}
      value={value}
      onChange={onChange}
    />
  );
}
