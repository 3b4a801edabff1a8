import type { ContactRow } from "@tongzhou/contract/contacts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { isContactPoint } from "./useIdentifierWords.ts";

export interface ContactWords {
  /** The name, else what the person is reached by, else 未具名. */
  name: (contact: Pick<ContactRow, "name" | "identifiers">) => string;
  /** The first number or mailbox of a kind. */
  point: (contact: Pick<ContactRow, "identifiers">, kind: "phone" | "email") => string | undefined;
}

/** How people are written. */
export function useContactWords(): ContactWords {
  const { t } = useTranslation("contacts");
  const format = useFormat();
  return {
    name: ({ name, identifiers }) => name ?? identifiers.find(isContactPoint)?.value ?? t("nameless"),
    point: ({ identifiers }, kind) => {
      const found = identifiers.find((each) => each.kind === kind);
      if (found === undefined) return undefined;
      return kind === "phone" ? format.phone(found.value) : found.value;
    },
  };
}
