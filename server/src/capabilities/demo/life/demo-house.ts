import type { Acting } from "../../../platform/access/acting.ts";
import { Viewer } from "../../../platform/access/viewer.ts";
import type { MovableClock } from "../../../platform/clock.ts";
import type { Announcement, Context, House } from "../../../platform/ledger/context.ts";
import { handleAnnouncement } from "../../../platform/events/handle-announcement.ts";
import { eventsOf } from "../../../platform/events/subscription.ts";
import type { Subscription } from "../../../platform/events/subscription.ts";
import { openSiblingHouse } from "../../../platform/ledger/open-sibling-house.ts";
import type { SiblingHouse } from "../../../platform/ledger/open-sibling-house.ts";
import { operate } from "../../../platform/ledger/operate.ts";
import type { OperationKind } from "../../../platform/ledger/operation-kind.ts";
import { readPools } from "../../leads/index.ts";
import { openPeople } from "../../people/index.ts";
import type { PeopleHouse } from "../../people/index.ts";
import { together } from "../domain/together.ts";

/** As many acts as happen at once at most; two cores are not kept busier by more. */
const CONNECTIONS = 4;

/**
 * What keeps derived tables, from which nobody in the demo decides anything: it is told once, at the end, of everything
 * that happened. Half of the acts of a year are theirs otherwise.
 */
const TOLD_AT_THE_END = /^search\.|^routing\.set_answer_times$/;

/**
 * The house as the demo is made in it: under a clock that moves through the year, its events answered right away instead of
 * by jobs, everything else as always. Its connections do not wait for the disk after every act: a crash while loading loses
 * a demo that is loaded anew anyway, and the last act, on a connection of the real house, is on the disk with all before it.
 */
export class DemoHouse {
  readonly house: House;
  readonly clock: MovableClock;
  readonly people: PeopleHouse;
  readonly #sibling: SiblingHouse;
  readonly #subscriptions: readonly Subscription[];
  readonly #said: Announcement[];
  /** Operations that were committed; what an attempt said that the database made begin again was never said. */
  readonly #happened = new Set<string>();
  readonly #kept = new Map<Subscription, Announcement[]>();

  private constructor(house: House, clock: MovableClock, people: PeopleHouse, rest: DemoParts) {
    this.house = house;
    this.clock = clock;
    this.people = people;
    this.#sibling = rest.sibling;
    this.#subscriptions = rest.subscriptions;
    this.#said = rest.said;
  }

  static async open(real: House, clock: MovableClock, subscriptions: readonly Subscription[]): Promise<DemoHouse> {
    const said: Announcement[] = [];
    const listened = new Set(subscriptions.flatMap(eventsOf));
    const announcer = {
      announce: async (_client: unknown, announcements: readonly Announcement[]) => void said.push(...announcements),
      hears: (event: string) => listened.has(event),
    };
    const hurried = { max: CONNECTIONS, settings: { synchronous_commit: "off" } };
    const sibling = openSiblingHouse(real, { clock, announcer }, hurried);
    const people = await openPeople(sibling.house, { readPools });
    return new DemoHouse(sibling.house, clock, people, { sibling, subscriptions, said });
  }

  async close(): Promise<void> {
    await this.people.signIn.close();
    await this.#sibling.close();
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
    const { operationId, result } = await operate(this.house, asked, (context) =>
      work({ ...context, viewer: new Viewer(snapshot, person) }),
    );
    this.#happened.add(operationId);
    return result;
  }

  /** Acts as the house itself. */
  async actAsSystem<Result>(kind: OperationKind, work: (context: Context) => Promise<Result>): Promise<Result> {
    const asked = { actor: { kind: "system" }, kind, source: "demo" } as const;
    const { operationId, result } = await operate(this.house, asked, work);
    this.#happened.add(operationId);
    return result;
  }

  /**
   * Hands what was announced to everybody who listens, until nothing more is said. Announcements of one event are handed
   * over together, as far as one can carry them: a day of the demo is answered in a few acts.
   */
  async answerEvents(): Promise<void> {
    while (this.#said.length > 0) {
      const said = together(this.#said.splice(0).filter(({ operationId }) => this.#happened.has(operationId)));
      this.#happened.clear();
      for (const subscription of this.#subscriptions) {
        const events = eventsOf(subscription);
        const heard = said.filter(({ event }) => events.includes(event));
        if (TOLD_AT_THE_END.test(subscription.subscriber)) this.#keep(subscription, heard);
        else await this.#answer(subscription, heard);
      }
    }
  }

  /** Tells those who keep derived tables of all that happened. */
  async answerKeptEvents(): Promise<void> {
    const kept = [...this.#kept];
    this.#kept.clear();
    await Promise.all(kept.map(([subscription, heard]) => this.#answer(subscription, together(heard))));
    await this.answerEvents();
  }

  #keep(subscription: Subscription, heard: readonly Announcement[]): void {
    const kept = this.#kept.get(subscription) ?? [];
    kept.push(...heard);
    this.#kept.set(subscription, kept);
  }

  async #answer(subscription: Subscription, heard: readonly Announcement[]): Promise<void> {
    for (const announcement of heard) {
      const before = this.#said.length;
      await handleAnnouncement(this.house, subscription, announcement);
      for (const { operationId } of this.#said.slice(before)) this.#happened.add(operationId);
    }
  }
}

interface DemoParts {
  readonly sibling: SiblingHouse;
  readonly subscriptions: readonly Subscription[];
  readonly said: Announcement[];
}
