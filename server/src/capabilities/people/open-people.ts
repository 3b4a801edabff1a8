import type { z } from "zod";
import type { Awaiting, DemoPerson } from "@tongzhou/contract/people-session";
import { AccessDirectory } from "../../platform/access/access-directory.ts";
import type { Broadcasts } from "../../platform/events/listen-to-broadcasts.ts";
import type { House, ReadContext } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import { openSignIn } from "../../platform/sign-in/open-sign-in.ts";
import type { SignIn } from "../../platform/sign-in/open-sign-in.ts";
import { readPeopleSnapshot } from "./queries/read-people-snapshot.ts";
import type { ReadPools } from "./queries/read-people-snapshot.ts";

/** What awaits people, by person; asked for the page before signing in. */
export type ReadAwaiting = (
  context: ReadContext,
  personIds: readonly string[],
) => Promise<ReadonlyMap<string, readonly z.infer<typeof Awaiting>[]>>;

/** Who belongs to the demo company, with the public password; null when it is not loaded. */
export type ReadDemo = (context: ReadContext) => Promise<readonly Pick<DemoPerson, "personId" | "password">[] | null>;

/** What other capabilities contribute to people; handed in where the house is put together. */
export interface PeopleNeighbours {
  readonly readPools?: ReadPools;
  readonly readAwaiting?: readonly ReadAwaiting[];
  readonly readDemo?: ReadDemo;
}

/** The people of a house: its rows, its door, and what neighbours say. */
export interface PeopleHouse {
  readonly house: House;
  readonly signIn: SignIn;
  readonly neighbours: PeopleNeighbours;
}

/** Opens the people of a house. @param broadcasts where other processes tell of changes. */
export async function openPeople(
  house: House,
  neighbours: PeopleNeighbours = {},
  broadcasts?: Broadcasts,
): Promise<PeopleHouse> {
  const directory = openDirectory(house, neighbours.readPools);
  return { house, neighbours, signIn: await openSignIn(house.pool, directory, broadcasts) };
}

/** The people and grants of a house, kept in memory. @param readPools the pools, as their owner reads them. */
export function openDirectory(house: House, readPools: ReadPools = async () => []): AccessDirectory {
  return new AccessDirectory(() => look(house, "list", ({ tx }) => readPeopleSnapshot(tx, readPools)));
}
