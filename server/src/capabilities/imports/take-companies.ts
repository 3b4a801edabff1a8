import { ruleOf } from "@tongzhou/contract/import-settings";
import type { RULED_FIELDS_OF_ACCOUNTS } from "@tongzhou/contract/import-settings";
import { sortCompanyName, takeAccounts } from "../accounts/index.ts";
import type { AccountWish, TakenAccount } from "../accounts/index.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { importingViewer } from "./importing-viewer.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { ResolvedRow } from "./resolve-rows.ts";

/** What the facts of a company are called where they are kept, by what columns call them. */
const FACTS = {
  industry: "industryCode",
  region: "regionCode",
  companySize: "sizeBand",
  tier: "tier",
  parent: "parent",
  website: "website",
  address: "address",
  note: "note",
} as const satisfies Record<keyof typeof RULED_FIELDS_OF_ACCOUNTS, keyof AccountWish["rules"]>;

/** Takes the companies of a batch in, by the rules of the columns. @returns one answer a row, in order. */
export async function takeCompanies(
  context: Context,
  { settings: { columns } }: ImportPlan,
  rows: readonly ResolvedRow[],
): Promise<TakenAccount[]> {
  const rules = Object.fromEntries(
    Object.entries(FACTS).flatMap(([field, fact]) => {
      const rule = ruleOf(columns, field as keyof typeof FACTS, "account");
      return rule === undefined ? [] : [[fact, rule]];
    }),
  );
  return takeAccounts(
    context,
    await importingViewer(context),
    rows.map((row) => wishOf(row, rules)),
  );
}

function wishOf({ row: { draft, companySort }, ownerId }: ResolvedRow, rules: AccountWish["rules"]): AccountWish {
  const { company, creditCode, region, website, address, note, facts } = draft;
  const parent = facts?.parent ?? null;
  return {
    name: company?.name ?? creditCode ?? "",
    key: company?.key ?? null,
    creditCode,
    nameSort: company === null ? (creditCode ?? "") : companySort,
    industryCode: facts?.industryCode ?? null,
    regionCode: region,
    sizeBand: facts?.sizeBand ?? null,
    tier: facts?.tier ?? null,
    website,
    address,
    note,
    ownerId,
    parent: parent === null ? null : { ...parent, nameSort: sortCompanyName(parent.name) },
    rules,
  };
}
