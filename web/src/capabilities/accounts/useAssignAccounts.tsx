import { accounts } from "@tongzhou/contract/accounts";
import { useTranslation } from "react-i18next";
import { useAssignRecords, type AssigningRecords } from "../people/index.ts";

/** Giving accounts to a colleague. */
export function useAssignAccounts(): AssigningRecords {
  const { t } = useTranslation("accounts");
  return useAssignRecords({
    object: "account",
    endpoints: accounts,
    stale: [accounts.list, accounts.count, accounts.show],
    words: {
      assign: t("assign"),
      some: (count) => t("assignMany", { count }),
      all: (amount) => t("assignAll", { amount }),
    },
  });
}
