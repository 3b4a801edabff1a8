import type { Acting } from "../../../platform/access/acting.ts";
import { Viewer } from "../../../platform/access/viewer.ts";
import type { MovableClock } from "../../../platform/clock.ts";
import { createIds } from "../../../platform/ids.ts";
import type { Announcement, Context, House } from "../../../platform/ledger/context.ts";
import { handleAnnouncement } from "../../../platform/events/handle-announcement.ts";
import { operate } from "../../../platform/ledger/operate.ts";
import type { OperationKind } from "../../../platform/ledger/operation-kind.ts";
import type { Subscription } from "../../../platform/events/subscription.ts";
import { readPools } from "../../leads/index.ts";
import { openPeople } from "../../people/index.ts";
import type { PeopleHouse } from "../../people/index.ts";

/** What one announcement carries. */
const MAX_IDS = 1000;

/**
 * The house as the demo is made in it: under a clock that moves through the year, its events answered right away instead of
 * by jobs, everything else as always.
 */
export class DemoHouse {
  readonly house: House;
  readonly clock: MovableClock;
  readonly people: PeopleHouse;
  readonly #subscriptions: readonly Subscription[];
  #said: Announcement[] = [];

  private constructor(
    house: House,
    clock: MovableClock,
    people: PeopleHouse,
    subscriptions: readonly Subscription[],
    said: Announcement[],
  ) {
    this.house = house;
    this.clock = clock;
    this.people = people;
    this.#subscriptions = subscriptions;
    this.#said = said;
  }

  static async open(real: House, clock: MovableClock, subscriptions: readonly Subscription[]): Promise<DemoHouse> {
    const said: Announcement[] = [];
    const listened = new Set(subscriptions.flatMap(({ event }) => event));
    const house: House = {
      pool: real.pool,
      clock,
      newId: createIds(clock),
      announcer: {
        announce: async (_client, announcement) => void said.push(announcement),
        hears: (event) => listened.has(event),
      },
    };
    return new DemoHouse(house, clock, await openPeople(house, { readPools }), subscriptions, said);
  }

  /** Acts as a person of the company, with that person's rights, at the clock's instant. */
  async actAs<Result>(
    personId: string,
    kind: OperationKind,
    work: (context: Acting) => Promise<Result>,
  ): Promise<Result> {
    const snapshot = await this.people.signIn.directory.snapshot();
    const person = snapshot.people.get(personId);
    if (!person) throw new Error(`nobody of the demo is ${personId}`);
    const asked = { actor: { kind: "person", personId }, kind, source: "demo" } as const;
    const { result } = await operate(this.house, asked, (context) =>
      work({ ...context, viewer: new Viewer(snapshot, person) }),
    );
    return result;
  }

  /** Acts as the house itself. */
  async actAsSystem<Result>(kind: OperationKind, work: (context: Context) => Promise<Result>): Promise<Result> {
    const { result } = await operate(this.house, { actor: { kind: "system" }, kind, source: "demo" }, work);
    return result;
  }

  /**
   * Hands what was announced to everybody who listens, until nothing more is said. Announcements of one event are handed
   * over together, as far as one can carry them: a day of the demo is answered in a few acts.
   */
  async answerEvents(): Promise<void> {
    while (this.#said.length > 0) {
      const said = together(this.#said.splice(0));
      for (const subscription of this.#subscriptions) {
        const events = [subscription.event].flat();
        for (const announcement of said.filter((one) => events.includes(one.event))) {
          await handleAnnouncement(this.house, subscription, announcement);
        }
      }
    }
  }
}

/** One announcement an event, split where there are too many ids. The first of them counts as the cause. */
function together(said: readonly Announcement[]): Announcement[] {
  const joined: { first: Announcement; ids: Set<string> }[] = [];
  for (const announcement of said) {
    const fits = joined.find(
      ({ first, ids }) => first.event === announcement.event && ids.size + announcement.ids.length <= MAX_IDS,
    );
    if (fits) announcement.ids.forEach((id) => fits.ids.add(id));
    else joined.push({ first: announcement, ids: new Set(announcement.ids) });
  }
  return joined.map(({ first, ids }) => ({ ...first, ids: [...ids] }));
}
