import type { Context } from "../../platform/ledger/context.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { dayAt } from "../../platform/time/start-of-day.ts";
import { companyCalendar } from "../people/index.ts";
import type { Asked } from "./queries/request-rows.ts";

/** Nobody asks tomorrow. @throws Refused `asked_later`. */
export async function refuseFuture(context: Context, { askedOn }: Asked): Promise<void> {
  const { timeZone } = await companyCalendar(context);
  if (askedOn > dayAt(context.now, timeZone)) throw new Refused("asked_later");
}
