import type { Acting } from "../../platform/access/acting.ts";
import { updateOpportunity } from "./queries/opportunity-rows.ts";
import { takeOpportunity } from "./take-opportunities.ts";

/**
 * What was said to come next while something was logged becomes the opportunity's next step; said without words, only its
 * day moves. @throws NotFound, NotAllowed.
 */
export async function planNextStep(
  context: Acting,
  id: string,
  { nextStep, nextStepOn }: { readonly nextStep: string | null; readonly nextStepOn: string },
): Promise<void> {
  await takeOpportunity(context, id);
  const words = nextStep === null ? {} : { next_step: nextStep };
  await updateOpportunity(context, id, { ...words, next_step_on: nextStepOn });
  await context.emit("opportunity.edited", [id]);
}
