import type { Pool } from "pg";
import { EVENT_TASK } from "../events/create-announcer.ts";
import type { AttemptReport } from "../jobs/run-lane.ts";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

/** Seconds; a list shall answer within a tenth, a report within three. */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10];
/** A slice of a long operation takes five seconds, and a batch may be longer. */
const JOB_BUCKETS = [...DURATION_BUCKETS, 30, 120];

const MILLISECONDS = 1000;

/** Everything that is measured, in one registry of this program's own. No label ever holds a name, an id or an address. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests: Counter<"route" | "method" | "status">;
  readonly durations: Histogram<"route" | "method">;
  readonly streams: Gauge;
  readonly #jobs: Counter<"task" | "lane" | "outcome">;
  readonly #jobDurations: Histogram<"lane" | "outcome">;
  readonly #announced: Counter<"event">;
  readonly #handled: Counter<"subscriber" | "outcome">;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Counter({
      name: "tongzhou_http_requests_total",
      help: "Requests answered, by route and status.",
      labelNames: ["route", "method", "status"],
      registers,
    });
    this.durations = new Histogram({
      name: "tongzhou_http_request_seconds",
      help: "Time to answer a request, by route.",
      labelNames: ["route", "method"],
      buckets: DURATION_BUCKETS,
      registers,
    });
    this.#jobs = new Counter({
      name: "tongzhou_job_attempts_total",
      help: "Attempts at jobs in this process, by job, lane and outcome.",
      labelNames: ["task", "lane", "outcome"],
      registers,
    });
    this.#jobDurations = new Histogram({
      name: "tongzhou_job_seconds",
      help: "Time of an attempt at a job in this process, by lane and outcome.",
      labelNames: ["lane", "outcome"],
      buckets: JOB_BUCKETS,
      registers,
    });
    this.#announced = new Counter({
      name: "tongzhou_events_announced_total",
      help: "Announcements that this process has committed, by event.",
      labelNames: ["event"],
      registers,
    });
    this.#handled = new Counter({
      name: "tongzhou_events_handled_total",
      help: "Announcements that subscribers in this process have come to, by outcome.",
      labelNames: ["subscriber", "outcome"],
      registers,
    });
    this.streams = new Gauge({ name: "tongzhou_live_streams", help: "Open streams of live notices.", registers });
  }

  /** Counts an attempt at a job; one that brings an event to its subscriber counts as that too. */
  countAttempt({ task, lane, outcome, milliseconds }: AttemptReport): void {
    this.#jobs.inc({ task, lane, outcome });
    this.#jobDurations.observe({ lane, outcome }, milliseconds / MILLISECONDS);
    const subscriber = EVENT_TASK.exec(task)?.[1];
    if (subscriber !== undefined) this.#handled.inc({ subscriber, outcome });
  }

  /** Counts an announcement whose transaction has committed. */
  countAnnounced(event: string): void {
    this.#announced.inc({ event });
  }

  /** Measures the connections of a pool when asked. */
  watchPool(pool: Pool): void {
    const connections = new Gauge({
      name: "tongzhou_database_connections",
      help: "Connections of the pool, by state.",
      labelNames: ["state"],
      registers: [],
      collect() {
        this.set({ state: "idle" }, pool.idleCount);
        this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
        this.set({ state: "waited_for" }, pool.waitingCount);
      },
    });
    this.registry.registerMetric(connections);
  }

  /**
   * Measures what the database knows when asked, for example jobs by state. While it does not answer there is no figure.
   * @param read answers one number a label value.
   */
  watch(name: string, help: string, label: string, read: () => Promise<ReadonlyMap<string, number>>): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [],
      async collect() {
        this.reset();
        for (const [value, count] of await read().catch(() => [])) this.set({ [label]: value }, count);
      },
    });
    this.registry.registerMetric(gauge);
  }
}
