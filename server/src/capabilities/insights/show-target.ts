import type { StillNeeded, TargetProgress } from "@tongzhou/contract/insights";
import { FUNNEL_STEPS } from "@tongzhou/contract/lead-stages";
import type { Viewing } from "../../platform/access/acting.ts";
import { dayAt } from "../../platform/time/start-of-day.ts";
import { LEAD } from "../leads/index.ts";
import { OPPORTUNITY } from "../opportunities/index.ts";
import { requireCompany } from "../people/index.ts";
import { companyPeriod } from "./company-period.ts";
import type { InstantPeriod } from "./company-period.ts";
import { leadsStillNeeded } from "./domain/leads-still-needed.ts";
import type { MeasuredStep } from "./domain/leads-still-needed.ts";
import { figuresOf, mayEditTargets, wonOf } from "./insights.access.ts";
import { countFunnelSteps } from "./queries/count-funnel-steps.ts";
import { sumWon } from "./queries/find-won-deals.ts";
import { STEP_NUMBERS } from "./queries/funnel-entries.ts";
import { findTarget } from "./queries/sales-target-rows.ts";

/** Rates and deals are measured over so many days up to now. */
export const MEASURED_DAYS = 365;
const DAY_MS = 86_400_000;

/**
 * The target of a month, what is won of it, and the leads still needed at the rates measured (R-CAMP-4). A team's target
 * is met by everybody in the team and below; rates are those of the whole company, because a team's own are too few. Who may
 * not count all that is won towards the target gets their own part of it and nothing computed from the difference.
 * @param month `YYYY-MM`.
 */
export async function showTarget(viewing: Viewing, month: string, teamId: string | null): Promise<TargetProgress> {
  const company = await requireCompany(viewing);
  const { currency } = company;
  const first = `${month}-01`;
  const target = await findTarget(viewing, first, teamId);
  const teamIds = teamId === null ? null : viewing.viewer.snapshot.teamAndBelow(teamId);
  const period = companyPeriod({ from: first, to: lastDayOf(month) }, company);
  const { amounts } = await sumWon(viewing, period, currency, teamIds);
  const wonAmount = amounts.reduce((sum, amount) => sum + amount, 0);
  const whose = wonOf(viewing.viewer, teamIds);
  const now = viewing.now;
  const measured = companyPeriod(
    {
      from: dayAt(new Date(now.getTime() - MEASURED_DAYS * DAY_MS), company.timeZone),
      to: dayAt(now, company.timeZone),
    },
    company,
  );
  return {
    month,
    teamId,
    amount: target?.amount ?? null,
    currency: target?.currency ?? currency,
    figuresOf: figuresOf(viewing.viewer, LEAD, OPPORTUNITY),
    wonOf: whose,
    wonAmount,
    wonCount: amounts.length,
    stillNeeded: !target
      ? { kind: "no_target" }
      : whose === "within_rights"
        ? { kind: "outside_rights" }
        : await stillNeeded(viewing, { target: target.amount, won: wonAmount, currency, measured }),
    mayEdit: mayEditTargets(viewing.viewer),
  };
}

async function stillNeeded(
  viewing: Viewing,
  plan: { readonly target: number; readonly won: number; readonly currency: string; readonly measured: InstantPeriod },
): Promise<StillNeeded> {
  const counts = await countFunnelSteps(viewing, { reading: "cohort", period: plan.measured }, "none");
  const stepOf = (step: (typeof FUNNEL_STEPS)[number]) => counts.find((count) => count.step === STEP_NUMBERS[step]);
  const steps = FUNNEL_STEPS.slice(1).map((to, place): MeasuredStep => {
    const from = FUNNEL_STEPS[place] ?? to;
    const of = stepOf(from)?.leads ?? 0;
    return { from, to, passed: Math.min(stepOf(to)?.advanced ?? 0, of), of };
  });
  const { amounts } = await sumWon(viewing, plan.measured, plan.currency, null);
  const needed = leadsStillNeeded({ target: plan.target, won: plan.won, steps, dealAmounts: amounts });
  return needed.kind === "needed" ? { ...needed, steps: [...needed.steps] } : needed;
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
