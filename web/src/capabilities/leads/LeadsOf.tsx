import { useQuery } from "@tanstack/react-query";
import { leads } from "@tongzhou/contract/leads";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { LeadLine } from "./LeadLine.tsx";

const MOST = 20;

/** The leads of an account, the newest first. */
export function LeadsOf({ accountId }: { accountId: string }) {
  const { t } = useTranslation("leads");
  const rules = [{ field: "lead.account", operator: "is", value: accountId }];
  const filter = JSON.stringify({ combinator: "and", rules });
  const read = useQuery(reading(leads.list, { query: { filter, limit: MOST } }));
  const rows = read.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <SectionHead title={t("title")} note={rows.length} />
      {rows.map((lead) => (
        <LeadLine key={lead.id} lead={lead} />
      ))}
    </section>
  );
}
