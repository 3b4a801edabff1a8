import type {
  Funnel,
  FunnelChoice,
  FunnelDimension,
  FunnelGroup,
  FunnelStepFigures,
} from "@tongzhou/contract/insights";
import { FUNNEL_STEPS } from "@tongzhou/contract/lead-stages";
import type { Viewing } from "../../platform/access/acting.ts";
import { LEAD } from "../leads/index.ts";
import { requireCompany } from "../people/index.ts";
import { companyPeriod } from "./company-period.ts";
import { figuresOf } from "./insights.access.ts";
import { countFunnelSteps } from "./queries/count-funnel-steps.ts";
import type { StepCount } from "./queries/count-funnel-steps.ts";
import { countVisitors } from "./queries/count-visitors.ts";
import { findGroupNames } from "./queries/find-group-names.ts";
import { STEP_NUMBERS } from "./queries/funnel-entries.ts";

const UNKNOWN = "unknown";

/** The funnel of a period, whole and split (R-CAMP-2). @throws Refused `period_backwards`, `period_too_long`. */
export async function showFunnel(viewing: Viewing, choice: FunnelChoice, by: FunnelDimension): Promise<Funnel> {
  const request = { ...choice, period: companyPeriod(choice, await requireCompany(viewing)) };
  const counts = await countFunnelSteps(viewing, request, by);
  const asksOfTouches = choice.source === undefined && choice.teamId === undefined;
  const visitors = asksOfTouches ? await countVisitors(viewing, request) : null;
  return {
    figuresOf: figuresOf(viewing.viewer, LEAD),
    ...(visitors === null ? {} : { visitors }),
    steps: funnelFigures(counts.filter(({ total }) => total)),
    groups: by === "none" ? [] : await groupsOf(viewing, counts, by),
  };
}

/** All steps in their order with the rates between them; a step that nobody entered counts nothing. */
export function funnelFigures(counts: readonly StepCount[]): FunnelStepFigures[] {
  const byStep = new Map(counts.map((count) => [count.step, count]));
  return FUNNEL_STEPS.map((step) => {
    const found = byStep.get(STEP_NUMBERS[step]);
    const before = byStep.get(STEP_NUMBERS[step] - 1)?.leads ?? 0;
    const advanced = found?.advanced ?? 0;
    return {
      step,
      leads: found?.leads ?? 0,
      advanced,
      enteredHere: found?.enteredHere ?? 0,
      cameBack: found?.cameBack ?? 0,
      laterCycles: found?.laterCycles ?? 0,
      conversion: before === 0 ? null : advanced / before,
      medianDays: found?.medianDays ?? null,
    };
  });
}

async function groupsOf(viewing: Viewing, counts: readonly StepCount[], by: FunnelDimension): Promise<FunnelGroup[]> {
  const groups = new Map<string | null, StepCount[]>();
  for (const count of counts) if (!count.total) groups.set(count.key, [...(groups.get(count.key) ?? []), count]);
  const names = await findGroupNames(
    viewing,
    by,
    [...groups.keys()].filter((key) => key !== null),
  );
  return [...groups]
    .map(([key, steps]) => ({
      key: key ?? UNKNOWN,
      name: key === null ? null : (names.get(key) ?? null),
      steps: funnelFigures(steps),
    }))
    .toSorted((a, b) => (b.steps[0]?.leads ?? 0) - (a.steps[0]?.leads ?? 0) || (a.key < b.key ? -1 : 1));
}
