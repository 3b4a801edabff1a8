import { LOSE_REASONS } from "@tongzhou/contract/opportunity-type";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import {
  LOSE_OPPORTUNITY,
  MOVE_OPPORTUNITY,
  SET_OPPORTUNITY_CONTACT,
  WIN_OPPORTUNITY,
  loseOpportunities,
  moveStage,
  setOpportunityContact,
  winOpportunities,
} from "../opportunities/index.ts";
import { prepareTouchMonths, recordTouches } from "../touches/index.ts";
import type { DemoHouse } from "./life/demo-house.ts";
import { findRunningDeals } from "./demo.queries.ts";
import type { RunningDeal } from "./demo.queries.ts";
import type { LeadLore } from "./life/work-leads.ts";

const MEET = operationKind("touch.record_meeting");
const MILLISECONDS_A_DAY = 86_400_000;
/** An opportunity moves, ends or rests about this often. */
const RHYTHM_DAYS = 9;

/** Running opportunities go on: to the next stage with its evidence, to a signature, or to an end with a reason. */
export async function workDeals(
  demo: DemoHouse,
  stages: readonly string[],
  { qualities, chance }: LeadLore,
): Promise<void> {
  const now = demo.clock.now().getTime();
  for (const deal of await findRunningDeals(demo.house)) {
    if (now - deal.movedAt.getTime() < RHYTHM_DAYS * MILLISECONDS_A_DAY || !chance.happens(0.55)) continue;
    const quality = deal.leadId === null ? 0.5 : (qualities.get(deal.leadId) ?? 0.5);
    const place = deal.stageId === null ? -1 : stages.indexOf(deal.stageId);
    demo.clock.advance(90_000);
    if (chance.happens(0.16 - 0.1 * quality)) await lose(demo, deal, chance.pick(LOSE_REASONS));
    else if (place >= 2 && chance.happens(0.3 + 0.3 * quality)) await win(demo, deal);
    else await advance(demo, deal, place, stages[place + 1]);
  }
}

async function advance(demo: DemoHouse, deal: RunningDeal, place: number, next: string | undefined): Promise<void> {
  if (next === undefined) return;
  const { identifierId, contactId } = deal;
  if (identifierId !== null) {
    const at = new Date(demo.clock.now().getTime() - 3_600_000);
    await prepareTouchMonths(demo.house, [at]);
    await demo.actAs(deal.ownerId, MEET, (context) =>
      recordTouches(context, [{ identifierId, at, kind: "meeting", channel: "onsite", title: "现场技术交流" }]),
    );
  }
  if (contactId !== null && place === 0) {
    const who = { opportunityId: deal.id, contactId };
    await demo.actAs(deal.ownerId, SET_OPPORTUNITY_CONTACT, (context) =>
      setOpportunityContact(context, who, "approver"),
    );
  }
  await demo.actAs(deal.ownerId, MOVE_OPPORTUNITY, (context) =>
    moveStage(context, deal.id, { from: deal.stageId, to: next }),
  );
}

async function win(demo: DemoHouse, deal: RunningDeal): Promise<void> {
  await demo.actAs(deal.ownerId, WIN_OPPORTUNITY, (context) =>
    winOpportunities(context, [{ opportunityId: deal.id, amount: deal.amount ?? 0 }]),
  );
}

async function lose(demo: DemoHouse, deal: RunningDeal, reason: string): Promise<void> {
  await demo.actAs(deal.ownerId, LOSE_OPPORTUNITY, (context) =>
    loseOpportunities(context, [{ opportunityId: deal.id, reason }], {}),
  );
}
