import type { FunnelReading } from "@tongzhou/contract/attribution-model";
import { FUNNEL_STEPS } from "@tongzhou/contract/lead-stages";
import type { FunnelStep } from "@tongzhou/contract/lead-stages";
import { median } from "./median.ts";

const DAY_MS = 86_400_000;

/**
 * A row of `lifecycle_event` as the funnel sees it: the steps of its stages, null before the lead began, `out` outside. The
 * winning of a lead's opportunity is its row from `opportunity` to `won`. Rows within one step follow its entry
 * and so are never the first.
 */
export interface FunnelEvent {
  readonly leadId: string;
  /** The business time, in milliseconds; `order` tells apart what happened in the same millisecond. */
  readonly at: number;
  readonly order: number;
  readonly cycle: number;
  readonly from: FunnelStep | "out" | null;
  readonly to: FunnelStep | "out";
}

/** From the first instant, included, to the second, not included; milliseconds. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** One step. Each list holds lead ids, sorted, so that every figure opens its records. */
export interface FunnelCount {
  readonly step: FunnelStep;
  /** Every lead that counts here: `advanced`, `enteredHere`, `cameBack`, and at the first step those that began there. */
  readonly leads: readonly string[];
  /** Came from the step before; over the leads of that step this is the conversion. */
  readonly advanced: readonly string[];
  /** Began here or jumped here over a step, and so does not count in what it skipped. */
  readonly enteredHere: readonly string[];
  /** Was here first by falling back from further along. */
  readonly cameBack: readonly string[];
  /** Entered again in a later cycle; a column of its own, each lead once. */
  readonly laterCycles: readonly string[];
  /** From the entry into the step it came from, over those who moved forward; null when nobody did. */
  readonly medianDays: number | null;
}

/**
 * The counting rules of R-CAMP-2, word by word and slowly: the model the SQL is compared with. A lead counts once per step, at
 * its first entry into the step in its first cycle. *Cohort*: leads created in the period, with all their entries. *Flow*:
 * entries that lie in the period.
 */
export function countFunnel(events: readonly FunnelEvent[], reading: FunnelReading, period: Period): FunnelCount[] {
  const leads = [...groupByLead(events).values()].map(readLead);
  const within = (at: number): boolean => at >= period.from && at < period.to;
  const counts = (lead: LeadEntries, entry: FunnelEvent): boolean =>
    within(reading === "cohort" ? lead.createdAt : entry.at);

  return FUNNEL_STEPS.map((step) => {
    const counted = leads.flatMap((lead) => {
      const entry = lead.first.get(step);
      return entry !== undefined && counts(lead, entry) ? [{ lead, entry, way: wayIn(entry) }] : [];
    });
    const idsOf = (way: Way | null): string[] =>
      counted
        .filter((one) => way === null || one.way === way)
        .map(({ entry }) => entry.leadId)
        .toSorted();
    const again = leads.filter((lead) => lead.later.some((entry) => entry.to === step && counts(lead, entry)));
    const days = counted.flatMap(({ lead, entry, way }) => {
      const before = entry.from === null || entry.from === "out" ? undefined : lead.first.get(entry.from);
      return before === undefined || way === "back" ? [] : [(entry.at - before.at) / DAY_MS];
    });
    return {
      step,
      leads: idsOf(null),
      advanced: idsOf("advanced"),
      enteredHere: idsOf("here"),
      cameBack: idsOf("back"),
      laterCycles: again.map(({ leadId }) => leadId).toSorted(),
      medianDays: median(days),
    };
  });
}

type Way = "began" | "advanced" | "here" | "back";

function wayIn({ from, to }: FunnelEvent): Way {
  const landed = to === "out" ? -1 : FUNNEL_STEPS.indexOf(to);
  const left = from === null || from === "out" ? -1 : FUNNEL_STEPS.indexOf(from);
  if (landed < left) return "back";
  if (landed > left + 1) return "here";
  return left === -1 ? "began" : "advanced";
}

interface LeadEntries {
  readonly leadId: string;
  readonly createdAt: number;
  /** The first entry into each step in the first cycle. */
  readonly first: ReadonlyMap<FunnelStep, FunnelEvent>;
  /** The first entry into each step in each later cycle. */
  readonly later: readonly FunnelEvent[];
}

function readLead(events: readonly FunnelEvent[]): LeadEntries {
  const inOrder = events.toSorted((a, b) => a.at - b.at || a.order - b.order);
  const [created] = inOrder;
  if (created === undefined) throw new RangeError("a lead without events");
  const first = new Map<FunnelStep, FunnelEvent>();
  const later = new Map<string, FunnelEvent>();
  for (const event of inOrder) {
    if (event.to === "out") continue;
    if (event.cycle > 1) {
      const key = `${event.cycle} ${event.to}`;
      if (!later.has(key)) later.set(key, event);
    } else if (!first.has(event.to)) first.set(event.to, event);
  }
  return { leadId: created.leadId, createdAt: created.at, first, later: [...later.values()] };
}

function groupByLead(events: readonly FunnelEvent[]): Map<string, FunnelEvent[]> {
  const groups = new Map<string, FunnelEvent[]>();
  for (const event of events) {
    const group = groups.get(event.leadId);
    if (group === undefined) groups.set(event.leadId, [event]);
    else group.push(event);
  }
  return groups;
}
