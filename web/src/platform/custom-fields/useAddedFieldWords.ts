import type { CustomField, FieldOption, FieldValue } from "@tongzhou/contract/fields";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../codes/useCodeWords.ts";
import { useFormat } from "../format/useFormat.ts";
import { useRegions } from "../regions/useRegions.ts";

type Names = Pick<CustomField, "name" | "nameEn">;
type Helps = Pick<CustomField, "help" | "helpEn">;
type Kind = Pick<CustomField, "type" | "options">;

export interface AddedFieldWords {
  name: (field: Names) => string;
  help: (field: Helps) => string | undefined;
  option: (option: Pick<FieldOption, "name" | "nameEn">) => string;
  /** A value as people read it. @param label the name behind a user or a link. */
  value: (field: Kind, value: NonNullable<FieldValue>, label?: string | null) => string;
}

/** How people read the fields they added; English falls back to Chinese. */
export function useAddedFieldWords(): AddedFieldWords {
  const { t, i18n } = useTranslation("custom-fields");
  const format = useFormat();
  const regions = useRegions();
  const codes = useCodeWords();
  const isEnglish = i18n.language.startsWith("en");
  return useMemo(() => {
    const own = (chinese: string, english: string | null): string =>
      isEnglish && english !== null ? english : chinese;
    const option: AddedFieldWords["option"] = ({ name, nameEn }) => own(name, nameEn);
    const chosen = (field: Kind, id: string): string => {
      const found = field.options?.find((one) => one.id === id);
      return found === undefined ? t("gone") : option(found);
    };
    const value: AddedFieldWords["value"] = (field, held, label) => {
      if (typeof held === "boolean") return t(held ? "yes" : "no");
      if (typeof held === "number") return format.count(held);
      if (Array.isArray(held)) return held.map((id) => chosen(field, id)).join(t("comma"));
      if (typeof held === "object") return format.exactMoney(held.amount, held.currency);
      if (field.type === "date") return format.day(`${held}T12:00:00Z`);
      if (field.type === "choice") return chosen(field, held);
      if (field.type === "region") return regions.name(held);
      if (field.type === "industry") return codes.name("industry", held);
      if (field.type === "user" || field.type === "link") return label ?? t("someRecord");
      return held;
    };
    return {
      name: ({ name, nameEn }) => own(name, nameEn),
      help: ({ help, helpEn }) => (help === null && helpEn === null ? undefined : own(help ?? "", helpEn) || undefined),
      option,
      value,
    };
  }, [t, isEnglish, format, regions, codes]);
}
