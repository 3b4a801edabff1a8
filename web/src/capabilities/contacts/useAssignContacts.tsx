import { contacts } from "@tongzhou/contract/contacts";
import { useTranslation } from "react-i18next";
import { useAssignRecords, type AssigningRecords } from "../people/index.ts";

/** Giving contacts to a colleague. */
export function useAssignContacts(): AssigningRecords {
  const { t } = useTranslation("contacts");
  return useAssignRecords({
    object: "contact",
    endpoints: contacts,
    stale: [contacts.list, contacts.count, contacts.show],
    words: {
      assign: t("assign"),
      some: (count) => t("assignMany", { count }),
      all: (amount) => t("assignAll", { amount }),
    },
  });
}
