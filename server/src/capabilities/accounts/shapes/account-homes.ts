import { Homes } from "../../../platform/homes/homes.ts";
import { homedSubsidiaries } from "./subsidiaries-home.ts";

/** What follows an account through merges; the capabilities above add their rows here. */
export const accountHomes = new Homes("account", "account.changed");

/** The columns that every row of an account has (R-ID-7). */
export const HOMED_AT_ACCOUNT = { now: "account_id", home: "home_account_id" } as const;

accountHomes.add({
  what: "identifiers",
  table: {
    table: "account_identifier",
    columns: HOMED_AT_ACCOUNT,
    counted: "kind <> 'record' and valid_to is null",
  },
});
accountHomes.add(homedSubsidiaries);
