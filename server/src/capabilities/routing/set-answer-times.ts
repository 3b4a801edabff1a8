import type { Context } from "../../platform/ledger/context.ts";
import { setResponseDue } from "../leads/index.ts";
import { firstResponseDues } from "../standards/index.ts";

/** Keeps by when the owners of these leads must answer, for lists and the page of today. @returns how many clocks run. */
export async function setAnswerTimes(context: Context, leadIds: readonly string[]): Promise<number> {
  const dues = await firstResponseDues(context, leadIds);
  await setResponseDue(
    context,
    dues.map(({ leadId, answerBy }) => ({ leadId, dueAt: answerBy === null ? null : new Date(answerBy) })),
  );
  return dues.length;
}
