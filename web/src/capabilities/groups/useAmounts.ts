import type { GroupAmount } from "@tongzhou/contract/groups";
import { useFormat } from "../../platform/format/useFormat.ts";

/** Sums by currency as one text; undefined where there is nothing to add up, or nobody may. */
export function useAmounts(): (amounts: readonly GroupAmount[] | null) => string | undefined {
  const format = useFormat();
  return (amounts) =>
    amounts === null || amounts.length === 0
      ? undefined
      : amounts.map(({ amount, currency }) => format.money(amount, currency)).join(" + ");
}
