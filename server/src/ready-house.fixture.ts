import { createRule } from "./capabilities/routing/index.ts";
import { createStandardDraft, defaultStandard, replaceDraft, signStandard } from "./capabilities/standards/index.ts";
import type { Cast } from "./cast.fixture.ts";
import type { House } from "./platform/ledger/context.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

const MAKE_READY = operationKind("test.make-ready");

/** Makes a company take leads in: a standard in force by which a person with a phone qualifies, shared out among all of sales. */
export async function makeReady(house: House, cast: Cast): Promise<void> {
  await operate(house, { actor: { kind: "system" }, kind: MAKE_READY, source: "command" }, async (context) => {
    const id = await createStandardDraft(context, { basedOnId: null, note: null });
    const contentHash = await replaceDraft(context, id, {
      ...defaultStandard(),
      fitBorders: { A: 8, B: 5, C: 2 },
      engagementBorders: { 1: 30, 2: 20, 3: 10 },
    });
    await signStandard(context, { standardId: id, side: "marketing", personId: cast.林晓, contentHash });
    await signStandard(context, { standardId: id, side: "sales", personId: cast.赵磊, contentHash });
    await createRule(context, {
      name: "其余",
      conditions: { combinator: "and", rules: [] },
      target: { kind: "team", teamId: cast.teams.销售部, method: "round_robin", weights: {} },
      fallback: true,
      maxInHand: null,
      maxPerDay: null,
      otherwise: "next_rule",
    });
  });
}
