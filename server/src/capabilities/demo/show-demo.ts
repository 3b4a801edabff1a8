import type { DemoContents } from "@tongzhou/contract/demo";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { countContents } from "../../platform/ledger/count-contents.ts";
import { findCompany } from "../people/index.ts";
import { countActsSince, findLoading } from "./demo.queries.ts";

/** What the demo company holds and what people have added to it since it was loaded; null when there is none. */
export async function showDemo(context: Pick<ReadContext, "tx">): Promise<DemoContents | null> {
  const loading = await findLoading(context);
  if (loading === undefined) return null;
  const found = await countContents(
    context,
    ["lead", "contact", "account", "opportunity", "campaign", "person"],
    loading.id,
  );
  const counted = ({ rows, since }: { readonly rows: number; readonly since: number }) => ({ all: rows, since });
  return {
    companyName: (await findCompany(context))?.name ?? "",
    loadedAt: loading.at.toISOString(),
    leads: counted(found.lead),
    contacts: counted(found.contact),
    accounts: counted(found.account),
    opportunities: counted(found.opportunity),
    campaigns: counted(found.campaign),
    people: counted(found.person),
    actsSince: await countActsSince(context, loading.id),
  };
}
