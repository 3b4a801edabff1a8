import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.generated.ts";

type ReadGiven = (tx: Kysely<Tables>) => Promise<readonly string[]>;

let provided: ReadGiven | undefined;

/** Says to which people and teams rights on single records are given. Called once, when their capability is loaded. */
export function provideGiven(read: ReadGiven): void {
  if (provided) throw new Error("the rights given on records are provided twice");
  provided = read;
}

/** Ids of people and teams to whom rights on single records are given now. */
export async function readGiven(tx: Kysely<Tables>): Promise<readonly string[]> {
  return (await provided?.(tx)) ?? [];
}
