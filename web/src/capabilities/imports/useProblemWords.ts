import type { RowProblem } from "@tongzhou/contract/imports";
import { useTranslation } from "react-i18next";

/** Why a value keeps its row out, in words; the column and the value first. */
export function useProblemWords(): (problem: Pick<RowProblem, "code" | "column" | "value" | "params">) => string {
  const { t } = useTranslation("imports");
  return ({ code, column, value, params }) => {
    const reason = String(t(`reasons.${code}` as never, { ...params, defaultValue: code } as never));
    if (column === null) return reason;
    return value === "" ? t("problemIn", { column, reason }) : t("problemOf", { column, value, reason });
  };
}
