import type { LongOperation } from "@tongzhou/contract/jobs";
import { listLongOperations } from "../../platform/jobs/list-long-operations.ts";
import type { House } from "../../platform/ledger/context.ts";
import { presentWork } from "../jobs/index.ts";
import { fillChosenCompanies } from "./fill-chosen.ts";

/** Runs that the page shows. */
const SHOWN = 5;

/** The last runs over many accounts, the newest first. */
export async function showRuns({ pool }: Pick<House, "pool">): Promise<LongOperation[]> {
  return (await listLongOperations(pool, { kind: fillChosenCompanies.name, limit: SHOWN })).map(presentWork);
}
