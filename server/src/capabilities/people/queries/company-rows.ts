import type { Language } from "@tongzhou/contract/people";
import type { Company } from "@tongzhou/contract/people-session";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** The company of this house; undefined before the first run. */
export async function findCompany({ tx }: Pick<ReadContext, "tx">): Promise<(Company & { id: string }) | undefined> {
  const row = await tx.selectFrom("company").selectAll().executeTakeFirst();
  return row && companyOf(row);
}

/** The company of this house, where there must be one. @throws Error before the first run. */
export async function requireCompany(context: Pick<ReadContext, "tx">): Promise<Company & { id: string }> {
  const company = await findCompany(context);
  if (!company) throw new Error("there is no company yet");
  return company;
}

/** Locks the company for a change. */
export async function lockCompany({ tx }: Context): Promise<(Company & { id: string }) | undefined> {
  const row = await tx.selectFrom("company").selectAll().forUpdate().executeTakeFirst();
  return row && companyOf(row);
}

export async function insertCompany({ tx, newId }: Context, company: Omit<Company, "exportWatermark">): Promise<void> {
  await tx
    .insertInto("company")
    .values({
      id: newId(),
      name: company.name,
      time_zone: company.timeZone,
      currency: company.currency,
      language: company.language,
    })
    .execute();
}

export async function updateCompany({ tx }: Context, id: string, values: Partial<Company>): Promise<void> {
  const { timeZone, exportWatermark, ...others } = values;
  const columns = {
    ...others,
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(exportWatermark === undefined ? {} : { export_watermark: exportWatermark }),
  };
  if (Object.keys(columns).length > 0) await tx.updateTable("company").set(columns).where("id", "=", id).execute();
}

function companyOf(row: {
  id: string;
  name: string;
  time_zone: string;
  currency: string;
  language: string;
  export_watermark: boolean;
}): Company & { id: string } {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    currency: row.currency,
    language: row.language as Language,
    exportWatermark: row.export_watermark,
  };
}
