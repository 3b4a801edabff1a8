import { amountAsTyped, typedAmount } from "../format/typed-amount.ts";
import type { FactKind } from "./editable-fact.tsx";

/** Minor units of a currency, typed in whole units or as `268 万`; never below nothing. */
export const amountKind = (currency: string): FactKind<number> => ({
  asText: (value) => (value === null ? "" : amountAsTyped(value, currency)),
  parse(text) {
    if (text.trim() === "") return null;
    const minor = typedAmount(text, currency);
    return minor === undefined || minor < 0 ? undefined : minor;
  },
  editor: "text",
});
