import type { Lead } from "@tongzhou/contract/leads";
import type { LeadStage } from "@tongzhou/contract/lead-stages";

export type StepName = "lead" | "nurturing" | "mql" | "assigned" | "sql" | "opportunity" | "out";

export interface LeadStep {
  name: StepName;
  /** When it was reached in the present cycle. */
  at: string | undefined;
  state: "done" | "now" | "ahead";
}

const STEP_OF: Record<LeadStage, StepName> = {
  raw: "lead",
  qualifying: "lead",
  nurturing: "nurturing",
  mql: "mql",
  assigned: "assigned",
  sql: "sql",
  converted: "opportunity",
  disqualified: "out",
};

const WAY: readonly StepName[] = ["lead", "mql", "assigned", "sql", "opportunity"];

/** The steps of a lead's present cycle: those behind it with when they were reached, where it stands, what lies ahead. */
export function leadSteps({
  stage,
  lifeline,
  capturedAt,
  cycle,
}: Pick<Lead, "stage" | "lifeline" | "capturedAt" | "cycle">): LeadStep[] {
  const now = STEP_OF[stage];
  const reached = new Map<StepName, string>([["lead", capturedAt]]);
  for (const entry of lifeline.filter((each) => each.cycle === cycle)) reached.set(STEP_OF[entry.to], entry.occurredAt);
  if (now === "out" || now === "nurturing") {
    const behind = WAY.filter((name) => reached.has(name));
    return [
      ...behind.map((name): LeadStep => ({ name, at: reached.get(name), state: "done" })),
      { name: now, at: reached.get(now), state: "now" },
    ];
  }
  const at = WAY.indexOf(now);
  return WAY.map((name, place): LeadStep => ({
    name,
    at: place > at ? undefined : reached.get(name),
    state: place < at ? "done" : place === at ? "now" : "ahead",
  }));
}
