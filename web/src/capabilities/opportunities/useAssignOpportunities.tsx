import { opportunityAssignments } from "@tongzhou/contract/opportunity-assignments";
import { opportunities } from "@tongzhou/contract/opportunities";
import { useTranslation } from "react-i18next";
import { useAssignRecords, type AssigningRecords } from "../people/index.ts";

/** Giving opportunities to a colleague. */
export function useAssignOpportunities(): AssigningRecords {
  const { t } = useTranslation("opportunities");
  return useAssignRecords({
    object: "opportunity",
    endpoints: opportunityAssignments,
    stale: [
      opportunities.list,
      opportunities.count,
      opportunities.show,
      opportunities.board,
      opportunities.boardColumn,
    ],
    words: {
      assign: t("give"),
      some: (count) => t("giveMany", { count }),
      all: (amount) => t("giveAll", { amount }),
    },
  });
}
