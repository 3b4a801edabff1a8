import { LOSE_REASONS } from "@tongzhou/contract/opportunity-type";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import {
  EDIT_OPPORTUNITY,
  LOSE_OPPORTUNITY,
  MOVE_OPPORTUNITY,
  SET_OPPORTUNITY_CONTACT,
  WIN_OPPORTUNITY,
  editOpportunity,
  loseOpportunities,
  moveStage,
  setOpportunityContact,
  winOpportunities,
} from "../opportunities/index.ts";
import { recordTouches } from "../touches/index.ts";
import { findRunningDeals } from "./demo.queries.ts";
import type { RunningDeal } from "./demo.queries.ts";
import { decideDeal } from "./domain/decide-deal.ts";
import type { DealDecision } from "./domain/decide-deal.ts";
import { grouped } from "./domain/grouped.ts";
import type { DemoHouse } from "./life/demo-house.ts";
import { noteWork, visitOf } from "./life/note-work.ts";
import type { LeadLore } from "./life/work-leads.ts";
import type { Chance } from "./domain/chance.ts";
import { dayOf } from "./prepare-demo.ts";

const MEET = operationKind("touch.record_meeting");
const HOUR_MS = 3_600_000;
const MILLISECONDS_A_DAY = 86_400_000;

interface Decided {
  readonly deal: RunningDeal;
  readonly decision: DealDecision;
}

/**
 * Running opportunities go on: to the next stage with its evidence, to a signature, or to an end with a reason.
 * @param isRecent whether what is written of deals may still be seen, and so is kept up to the day.
 */
export async function workDeals(
  demo: DemoHouse,
  stages: readonly string[],
  { qualities, chance, words }: LeadLore,
  isRecent: boolean,
): Promise<void> {
  const now = demo.clock.now();
  const decided = (await findRunningDeals(demo.house)).flatMap((deal): Decided[] => {
    const decision = decideDeal(chance, {
      place: placeOf(deal, stages),
      stages: stages.length,
      quality: deal.leadId === null ? 0.5 : (qualities.get(deal.leadId) ?? 0.5),
      daysSinceMoved: (now.getTime() - deal.movedAt.getTime()) / MILLISECONDS_A_DAY,
      daysToClose: daysFrom(now, deal.expectedCloseOn),
      daysToNextStep: daysFrom(now, deal.nextStepOn),
    });
    return decision === null ? [] : [{ deal, decision }];
  });
  // What they are met for is seen before the stages ask for it; after that no deal touches another.
  if (isRecent) await visit(demo, decided, words);
  else await meet(demo, decided);
  await Promise.all(
    grouped(decided, ({ deal }) => deal.ownerId).map(async ([ownerId, own]) => {
      await closeDeals(demo, ownerId, own);
      await moveDeals(demo, ownerId, own, stages);
      if (isRecent) await updateDeals(demo, ownerId, own, stages);
    }),
  );
}

const daysFrom = (now: Date, day: string | null): number | null =>
  day === null ? null : (Date.parse(day) - Date.parse(dayOf(now))) / MILLISECONDS_A_DAY;

/** Who goes on was visited an hour ago, which is the evidence that stages ask for; each rep notes it in their words. */
async function visit(demo: DemoHouse, decided: readonly Decided[], words: Chance): Promise<void> {
  const at = new Date(demo.clock.now().getTime() - HOUR_MS);
  const visits = decided.flatMap(({ deal: { id, ownerId, contactId, identifierId }, decision }) =>
    decision.moves && contactId !== null && identifierId !== null ? [{ ownerId, id, contactId }] : [],
  );
  await Promise.all(
    grouped(visits, ({ ownerId }) => ownerId).map(([ownerId, own]) =>
      noteWork(
        demo,
        ownerId,
        own.map(({ id, contactId }) => visitOf(words, id, contactId, at)),
      ),
    ),
  );
}

/** Long ago only the meetings are kept, not what was said there. */
async function meet(demo: DemoHouse, decided: readonly Decided[]): Promise<void> {
  const at = new Date(demo.clock.now().getTime() - HOUR_MS);
  const met = decided.filter(({ deal, decision }) => decision.moves && deal.identifierId !== null);
  await Promise.all(
    grouped(met, ({ deal }) => deal.ownerId).map(([ownerId, own]) =>
      demo.actAs(ownerId, MEET, (context) =>
        recordTouches(
          context,
          own.map(({ deal }) => ({
            identifierId: deal.identifierId ?? "",
            at,
            kind: "meeting" as const,
            channel: "onsite",
            title: "现场技术交流",
          })),
        ),
      ),
    ),
  );
}

async function closeDeals(demo: DemoHouse, ownerId: string, own: readonly Decided[]): Promise<void> {
  const won = own.filter(({ decision }) => decision.ends === "won");
  if (won.length > 0)
    await demo.actAs(ownerId, WIN_OPPORTUNITY, (context) =>
      winOpportunities(
        context,
        won.map(({ deal }) => ({ opportunityId: deal.id, amount: deal.amount ?? 0 })),
      ),
    );
  const lost = own.flatMap(({ deal, decision }) =>
    decision.ends === "lost"
      ? [{ opportunityId: deal.id, reason: LOSE_REASONS[decision.pick % LOSE_REASONS.length] ?? "" }]
      : [],
  );
  if (lost.length > 0) await demo.actAs(ownerId, LOSE_OPPORTUNITY, (context) => loseOpportunities(context, lost, {}));
}

/** A rep moves what goes on, each deal with the person who decides about it, in one act. */
async function moveDeals(
  demo: DemoHouse,
  ownerId: string,
  own: readonly Decided[],
  stages: readonly string[],
): Promise<void> {
  const moving = own.flatMap(({ deal, decision }) => {
    const place = placeOf(deal, stages);
    const to = stages[place + 1];
    return decision.moves && to !== undefined ? [{ deal, place, to }] : [];
  });
  const approvers = moving.flatMap(({ deal: { id, contactId }, place }) =>
    place === 0 && contactId !== null ? [{ opportunityId: id, contactId }] : [],
  );
  if (approvers.length > 0)
    await demo.actAs(ownerId, SET_OPPORTUNITY_CONTACT, async (context) => {
      for (const who of approvers) await setOpportunityContact(context, who, "approver");
    });
  if (moving.length > 0)
    await demo.actAs(ownerId, MOVE_OPPORTUNITY, async (context) => {
      for (const { deal, to } of moving) await moveStage(context, deal.id, { from: deal.stageId, to });
    });
}

/** What a rep had written of when it ends and what comes next is brought up to the day, in one act. */
async function updateDeals(
  demo: DemoHouse,
  ownerId: string,
  own: readonly Decided[],
  stages: readonly string[],
): Promise<void> {
  const now = demo.clock.now().getTime();
  const dayIn = (days: number): string => dayOf(new Date(now + days * MILLISECONDS_A_DAY));
  const edits = own.flatMap(({ deal, decision: { ends, moves, closesIn, nextStepIn } }) => {
    if (ends !== null || (closesIn === null && nextStepIn === null)) return [];
    const step = STEPS[Math.min(placeOf(deal, stages) + (moves ? 1 : 0), STEPS.length - 1)] ?? "";
    const close = closesIn === null ? {} : { expectedCloseOn: { from: deal.expectedCloseOn, to: dayIn(closesIn) } };
    const next =
      nextStepIn === null
        ? {}
        : {
            nextStep: { from: deal.nextStep, to: step },
            nextStepOn: { from: deal.nextStepOn, to: dayIn(nextStepIn) },
          };
    return [{ id: deal.id, edit: { ...close, ...next } }];
  });
  if (edits.length === 0) return;
  await demo.actAs(ownerId, EDIT_OPPORTUNITY, async (context) => {
    for (const { id, edit } of edits) await editOpportunity(context, id, edit);
  });
}

const placeOf = ({ stageId }: RunningDeal, stages: readonly string[]): number =>
  stageId === null ? -1 : stages.indexOf(stageId);

/** What is done next in each stage. */
const STEPS = ["约技术交流", "带样机到现场试用", "提交方案和报价", "谈商务条款", "催合同盖章"];
