import type { Pool } from "pg";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

/** Seconds; a list shall answer within a tenth, a report within three. */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10];

/** Everything that is measured, in one registry of this program's own. No label ever holds a name, an id or an address. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests: Counter<"route" | "method" | "status">;
  readonly durations: Histogram<"route" | "method">;
  readonly streams: Gauge;

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
    this.streams = new Gauge({ name: "tongzhou_live_streams", help: "Open streams of live notices.", registers });
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
   * Measures what the database knows when asked, for example jobs by state.
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
        for (const [value, count] of await read()) this.set({ [label]: value }, count);
      },
    });
    this.registry.registerMetric(gauge);
  }
}
