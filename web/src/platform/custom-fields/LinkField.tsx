import { accounts } from "@tongzhou/contract/accounts";
import { campaigns } from "@tongzhou/contract/campaigns";
import { contacts } from "@tongzhou/contract/contacts";
import type { FieldObject, FieldValue } from "@tongzhou/contract/fields";
import { leads } from "@tongzhou/contract/leads";
import { opportunities } from "@tongzhou/contract/opportunities";
import { useTranslation } from "react-i18next";
import type { FieldProps } from "../../ui/fields/Field.tsx";
import { RecordField } from "../fields/RecordField.tsx";

export interface LinkFieldProps extends FieldProps {
  object: FieldObject;
  value: FieldValue;
  /** The name of the record that is chosen. */
  known: string | null;
  onChange: (value: FieldValue) => void;
}

/** Where the page of a record is. */
export const recordHref = (object: FieldObject, id: string): string =>
  `/${{ contact: "contacts", account: "accounts", lead: "leads", opportunity: "opportunities", campaign: "campaigns" }[object]}/${id}`;

/** Chooses the record that a field leads to. */
export function LinkField({ object, value, known, onChange, ...rest }: LinkFieldProps) {
  const { t } = useTranslation("custom-fields");
  const id = typeof value === "string" ? value : undefined;
  const shared = {
    ...rest,
    clearable: true,
    value: id,
    known: id === undefined ? undefined : { value: id, words: known ?? t("someRecord") },
    onChange: (chosen: string | undefined) => onChange(chosen ?? null),
  };
  const named = (row: { id: string; name: string | null }) => ({ value: row.id, words: row.name ?? t("nameless") });
  switch (object) {
    case "contact":
      return <RecordField {...shared} list={contacts.list} optionOf={named} />;
    case "account":
      return <RecordField {...shared} list={accounts.list} optionOf={named} />;
    case "opportunity":
      return <RecordField {...shared} list={opportunities.list} optionOf={named} />;
    case "campaign":
      return <RecordField {...shared} list={campaigns.list} optionOf={named} />;
    case "lead":
      return (
        <RecordField
          {...shared}
          list={leads.list}
          optionOf={(row) => ({ value: row.id, words: row.contact.name ?? t("nameless") })}
        />
      );
  }
}
