import type { Pool } from "@tongzhou/contract/lead-stages";
import type { SnapshotPool } from "../../../platform/access/people-snapshot.ts";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** Whose pools they are (R-ACC-3); a public pool belongs to its team. */
const MEMBER_ROLES: Readonly<Record<Pool, readonly string[]>> = {
  sdr: ["sdr"],
  nurture: ["marketer"],
  invalid: ["marketer"],
  triage: ["sales_manager", "marketer"],
  public: [],
};

/** All pools with the roles whose members they belong to, for the snapshot of people that rights are resolved from. */
export async function readPools(tx: ReadContext["tx"]): Promise<SnapshotPool[]> {
  const pools = await tx.selectFrom("pool").select(["id", "kind", "team_id"]).orderBy("id").execute();
  return pools.map(({ id, kind, team_id }) => ({
    id,
    kind,
    teamId: team_id,
    memberRoles: MEMBER_ROLES[kind as Pool],
  }));
}
