import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.generated.ts";

/** What is given to people and teams beside what their roles say. */
export interface Given {
  /** People and teams to whom rights on single records are given now. */
  readonly holderIds: readonly string[];
  /** Territories, each with the person or team that works there. */
  readonly territories: readonly { readonly id: string; readonly holderId: string }[];
}

type ReadGiven = (tx: Kysely<Tables>) => Promise<Given>;

let provided: ReadGiven | undefined;

/** Says to which people and teams what is given. Called once, when their capability is loaded. */
export function provideGiven(read: ReadGiven): void {
  if (provided) throw new Error("the rights given on records are provided twice");
  provided = read;
}

/** What is given to people and teams now. */
export async function readGiven(tx: Kysely<Tables>): Promise<Given> {
  return (await provided?.(tx)) ?? { holderIds: [], territories: [] };
}
