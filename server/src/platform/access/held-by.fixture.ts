import type { NaiveRecord } from "./naive-access.fixture.ts";
import type { Held } from "./reach.ts";

/** Who was given a right of this kind on a record. */
export const givenOn = (record: NaiveRecord, wanted: "view" | "follow"): string[] =>
  (record.given ?? []).flatMap(({ level, holderId }) => (level === wanted ? [holderId] : []));

/** A record as the house knows by whom it is held. */
export const heldBy = (record: NaiveRecord): Held => ({
  ownerIds: [record.ownerId, ...record.followerIds],
  poolIds: [record.poolId],
  holderIds: [...givenOn(record, "follow"), ...(record.territoryIds ?? [])],
  lookerIds: givenOn(record, "view"),
});
