/** Rights: who may do what with an account besides its owner (R-ACC-1). All that other capabilities may import. */
import { provideGiven } from "../../platform/access/given.ts";
import { HOMED_AT_ACCOUNT, accountFollowing, accountHomes, accountRemoval } from "../accounts/index.ts";
import { opportunityFollowing } from "../opportunities/index.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import { accountByCollaborating, accountByRight, opportunityByCollaborating } from "./queries/follow-by-right.ts";
import { accountByTerritory } from "./queries/follow-by-territory.ts";
import { findGiven } from "./queries/find-given.ts";
import "./rights.audit.ts";

export { heldRights } from "./held-rights.ts";
export { TERRITORY } from "./rights.access.ts";
export { territoriesRoutes } from "./territories.routes.ts";
export { rightsRoutes } from "./rights.routes.ts";

accountFollowing.add(accountByRight);
accountFollowing.add(accountByCollaborating);
accountFollowing.add(accountByTerritory);
opportunityFollowing.add(opportunityByCollaborating);
provideGiven(findGiven);
accountHomes.add({
  what: "rights",
  table: {
    table: "account_right",
    columns: HOMED_AT_ACCOUNT,
    counted: "until is null",
    once: { columns: ["person_id", "team_id"], among: "until is null" },
  },
});

// Of two agreements on accounts that are one by now, one holds.
accountHomes.add({
  what: "credits",
  table: {
    table: "credit_split",
    columns: HOMED_AT_ACCOUNT,
    counted: "until is null",
    once: { columns: ["true"], among: "until is null" },
  },
});

export const rightsMessages = { zh, en };

accountRemoval
  .keeps("has_credit", { table: "credit_split", column: "account_id" })
  .takes({ table: "account_right", column: "account_id" });
