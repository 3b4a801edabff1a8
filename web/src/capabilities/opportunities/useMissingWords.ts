import type { MissingForStage } from "@tongzhou/contract/opportunities";
import { useTranslation } from "react-i18next";

/** What a gate asks for, in words. */
export function useMissingWords(): (missing: Pick<MissingForStage, "kind" | "what">) => string {
  const { t } = useTranslation("opportunities");
  return ({ kind, what }) => {
    if (kind === "field") return t("gate.fieldFilled", { field: t(`field.${what}` as "field.amount") });
    if (what.startsWith("role:")) {
      return t("gate.rolePresent", { role: t(`role.${what.slice("role:".length)}` as "role.champion") });
    }
    return t(`gate.${what}` as "gate.meeting_held");
  };
}
