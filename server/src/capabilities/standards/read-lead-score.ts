import type { LeadScore } from "@tongzhou/contract/lead-score";
import type { EngagementRule, LeadStandard } from "@tongzhou/contract/lead-standard";
import type { LeadStage } from "@tongzhou/contract/lead-stages";
import type { Viewing } from "../../platform/access/acting.ts";
import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { LEAD } from "../leads/index.ts";
import { DAY_MS, touchWorth } from "./domain/engagement-score.ts";
import { judge } from "./domain/judge.ts";
import type { Judgement } from "./domain/judge.ts";
import { versionFor } from "./domain/version-for.ts";
import { compileStandard } from "./queries/compile-standard.ts";
import { findLeadJudgedBy, findScoredFacts } from "./queries/find-scored-facts.ts";
import type { MetTouch } from "./queries/find-scored-facts.ts";
import { readRuleContext } from "./queries/read-rule-context.ts";
import { findInForce, findStandard } from "./queries/standard-rows.ts";
import type { StoredStandard } from "./queries/standard-rows.ts";

/** The newest touches behind a line; the line counts all of them. */
const MAX_TOUCHES_BEHIND = 50;

type EngagementLine = LeadScore["engagement"]["lines"][number];

/**
 * Why a lead has its grade at this moment: computed from the lead as it is now, line by line, by the pure decision.
 * @throws NotFound, also for a lead the viewer may not read; Refused `no_standard_in_force`.
 */
export async function readLeadScore(
  context: Pick<Viewing, "tx" | "now" | "viewer">,
  leadId: string,
): Promise<LeadScore> {
  const lead = await findLeadJudgedBy(context, leadId);
  const reach = reachOf(context.viewer, LEAD, "read");
  if (!lead || !covers(reach, { ownerIds: [lead.ownerId], poolIds: [lead.poolId] })) throw new NotFound();
  const inForce = await findInForce(context);
  if (!inForce) throw new Refused("no_standard_in_force");
  const standard = await findStandard(context, versionFor(lead.stage as LeadStage, lead.standardId, inForce.id));
  if (!standard) throw new NotFound();
  const { content } = standard;
  const about = await readRuleContext(
    context,
    [...content.fitRules, ...content.engagementRules].map(({ condition }) => condition),
  );
  const facts = await findScoredFacts(context, leadId, compileStandard(content, about));
  if (!facts) throw new NotFound();
  const at = context.now.getTime();
  const judged = judge(content, standard.version, {
    at,
    metFitRuleIds: content.fitRules.filter((_, index) => facts.fits[index]).map(({ id }) => id),
    touches: facts.touches.flatMap((touch) =>
      rulesMet(content, touch).map(({ id }) => ({ ruleId: id, occurredAt: touch.at.getTime() })),
    ),
  });
  return scoreOf(leadId, standard, judged, facts.touches, lead.judgedAt, at);
}

const rulesMet = ({ engagementRules }: LeadStandard, { met }: MetTouch): EngagementRule[] =>
  engagementRules.filter((_, index) => met[index]);

function scoreOf(
  leadId: string,
  { id: standardId, version, content }: StoredStandard,
  { grade, destination, fit, engagement, because }: Judgement,
  touches: readonly MetTouch[],
  judgedAt: Date | null,
  at: number,
): LeadScore {
  const names = new Map(content.fitRules.map((rule) => [rule.id, rule.name]));
  const { nextChangeAt } = engagement;
  return {
    leadId,
    standardId,
    version,
    cell: grade.cell,
    destination,
    fit: {
      grade: grade.fit,
      points: fit.points,
      border: grade.fitBorder,
      lines: fit.lines.map((line) => ({ ...line, name: names.get(line.ruleId) ?? "" })),
    },
    engagement: {
      grade: grade.engagement,
      tenths: engagement.tenths,
      border: grade.engagementBorder,
      lines: engagement.lines.flatMap((line): EngagementLine[] => {
        const rule = content.engagementRules.find(({ id }) => id === line.ruleId);
        if (!rule) return [];
        const behind = touches.filter((touch) => touch.at.getTime() <= at && rulesMet(content, touch).includes(rule));
        return [
          {
            ...line,
            name: rule.name,
            halfLifeDays: rule.halfLifeDays,
            latestAt: new Date(line.latestAt).toISOString(),
            behind: behind.slice(0, MAX_TOUCHES_BEHIND).map((touch) => scoredTouch(rule, touch, at)),
          },
        ];
      }),
    },
    because: [...because],
    judgedAt: judgedAt?.toISOString() ?? null,
    nextChangeAt: nextChangeAt === null ? null : new Date(nextChangeAt).toISOString(),
  };
}

function scoredTouch(rule: EngagementRule, touch: MetTouch, at: number): EngagementLine["behind"][number] {
  const { id: touchId, kind, title } = touch;
  const happened = touch.at.getTime();
  const tenths = touchWorth(rule, happened, at);
  const halfLife = (rule.halfLifeDays ?? 0) * DAY_MS;
  const next =
    halfLife === 0 || tenths === 0 ? null : happened + (Math.floor((at - happened) / halfLife) + 1) * halfLife;
  return {
    touchId,
    at: touch.at.toISOString(),
    kind,
    title,
    tenths,
    nextAt: next === null ? null : new Date(next).toISOString(),
    nextTenths: next === null ? tenths : touchWorth(rule, happened, next),
  };
}
