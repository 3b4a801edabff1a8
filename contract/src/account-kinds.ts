/** Who buys: a company or a household. */
export const ACCOUNT_KINDS = ["company", "household"] as const;
