import { setTimeout as sleep } from "node:timers/promises";
import type { Cast } from "../../server/src/cast.fixture.ts";
import { Caller } from "./caller.ts";
import { CAST_PASSWORD } from "./found-company.ts";

const OK = 300;
const FIRST_PHONE = 13_710_000_000;
const ARRIVALS_EVERY_MS = 25;
const GLANCE_EVERY_MS = 30;
const AT_ONCE = 3;
const SEEN_KEPT = 50;
/** Of the leads a rep is asked, so many are not accepted. */
const DECLINED = 0.25;

/** What was answered with success, and must therefore be there whatever is killed. */
export interface Acknowledged {
  /** Lead ids by the phone they came with. */
  readonly arrivals: Map<string, string>;
  readonly answers: { readonly leadId: string; readonly personId: string; readonly accepted: boolean }[];
  readonly handOvers: string[];
}

interface Answers {
  readonly moved: readonly string[];
}

/** People at work through the server: leads arrive, two reps answer, and their manager moves leads between them meanwhile. */
export class BusyPeople {
  readonly acknowledged: Acknowledged = { arrivals: new Map(), answers: [], handOvers: [] };
  readonly #cast: Cast;
  readonly #random: () => number;
  readonly #marketer: Caller;
  readonly #manager: Caller;
  readonly #reps: readonly (readonly [personId: string, caller: Caller])[];
  readonly #seen: string[] = [];
  #stopped = true;
  #loops: Promise<unknown>[] = [];
  #arrived = 0;

  constructor(address: string, cast: Cast, random: () => number) {
    this.#cast = cast;
    this.#random = random;
    this.#marketer = new Caller(address);
    this.#manager = new Caller(address);
    this.#reps = [cast.陈浩, cast.王倩].map((personId) => [personId, new Caller(address)] as const);
  }

  async signIn(): Promise<Caller> {
    const callers = [this.#marketer, this.#manager, ...this.#reps.map(([, caller]) => caller)];
    for (const [place, name] of ["linxiao", "zhaolei", "chenhao", "wangqian"].entries()) {
      await callers[place]?.signIn(`${name}@yunfan.test`, CAST_PASSWORD);
    }
    return this.#marketer;
  }

  /** @param handingOver whether the manager hands over everything of a rep, again and again, instead of single leads. */
  start(handingOver: boolean): void {
    this.#stopped = false;
    this.#loops = [
      this.#repeat(ARRIVALS_EVERY_MS, () => this.#arrive()),
      this.#repeat(ARRIVALS_EVERY_MS, () => this.#arrive()),
      ...this.#reps.map(([personId, caller]) => this.#repeat(GLANCE_EVERY_MS, () => this.#answer(personId, caller))),
      this.#repeat(GLANCE_EVERY_MS, () => (handingOver ? this.#handOver() : this.#reassign())),
    ];
  }

  /** Settles when everybody has the answer they wait for. @throws what one of them ran into. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const trouble of await Promise.all(this.#loops)) if (trouble !== undefined) throw trouble;
  }

  /** @returns what it ran into, which is looked at when everybody stops. */
  async #repeat(everyMs: number, act: () => Promise<void>): Promise<unknown> {
    try {
      while (!this.#stopped) {
        await act();
        await sleep(this.#random() * 2 * everyMs);
      }
      return undefined;
    } catch (error) {
      return error;
    }
  }

  async #arrive(): Promise<void> {
    const phone = String(FIRST_PHONE + ++this.#arrived);
    const { status, body } = await this.#marketer.call({
      work: "routing",
      method: "POST",
      path: "/leads",
      key: phone,
      body: {
        name: `来客${phone}`,
        identifiers: [{ kind: "phone", value: phone }],
        company: `来客公司${this.#arrived % 40}`,
        source: "官网",
        touch: { kind: "form" },
      },
    });
    if (status >= OK) throw new Error(`an arrival was refused: ${status} ${JSON.stringify(body)}`);
    this.acknowledged.arrivals.set(`+86${phone}`, (body as { leadId: string }).leadId);
  }

  async #answer(personId: string, caller: Caller): Promise<void> {
    const today = await caller.call({ work: "hand-off", method: "GET", path: "/leads/today" });
    const { leads } = today.body as { leads: { id: string }[] };
    const leadIds = leads.slice(0, 1 + Math.floor(this.#random() * AT_ONCE)).map(({ id }) => id);
    if (leadIds.length === 0) return;
    this.#seen.push(...leadIds);
    this.#seen.splice(0, this.#seen.length - SEEN_KEPT);
    const accepted = this.#random() >= DECLINED;
    const { status, body } = await caller.call({
      work: "hand-off",
      method: "POST",
      path: accepted ? "/leads/acceptances" : "/leads/declines",
      body: accepted ? { leadIds } : { leadIds, reason: "not_ready" },
    });
    // Refused: the manager was faster, or the first sending was heard and its answer lost.
    if (status >= OK) return;
    for (const leadId of (body as Answers).moved) this.acknowledged.answers.push({ leadId, personId, accepted });
  }

  async #reassign(): Promise<void> {
    const leadId = this.#seen[Math.floor(this.#random() * this.#seen.length)];
    if (leadId === undefined) return;
    const toId = this.#random() < 0.5 ? this.#cast.陈浩 : this.#cast.王倩;
    await this.#manager.call({
      work: "hand-off",
      method: "POST",
      path: "/leads/assignments",
      body: { choice: { leadIds: [leadId] }, toId },
    });
  }

  async #handOver(): Promise<void> {
    const [fromId, toId] =
      this.#random() < 0.5 ? [this.#cast.陈浩, this.#cast.王倩] : [this.#cast.王倩, this.#cast.陈浩];
    const { status, body } = await this.#manager.call({
      work: "hand-off",
      method: "POST",
      path: "/leads/hand-overs",
      body: { fromId, toId },
    });
    if (status >= OK) throw new Error(`a hand-over was refused: ${status} ${JSON.stringify(body)}`);
    this.acknowledged.handOvers.push((body as { longOperationId: string }).longOperationId);
  }
}
