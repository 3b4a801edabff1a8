import type { ReadContext } from "../../../platform/ledger/context.ts";

/** Where days begin before there is a company. */
const FIRST_TIME_ZONE = "Asia/Shanghai";

/** What "today" and "last 14 days" mean: the company's time zone, whoever looks. */
export async function companyCalendar({ tx }: Pick<ReadContext, "tx">): Promise<{ timeZone: string }> {
  const row = await tx.selectFrom("company").select("time_zone").executeTakeFirst();
  return { timeZone: row?.time_zone ?? FIRST_TIME_ZONE };
}
