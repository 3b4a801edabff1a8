import { useQuery } from "@tanstack/react-query";
import { leads } from "@tongzhou/contract/leads";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { LeadLine } from "./LeadLine.tsx";

const MOST = 20;

/** The leads of an account, or of a company with all below it, the newest first. */
export function LeadsOf({ accountId, whole = false }: { accountId: string; whole?: boolean }) {
  const { t } = useTranslation("leads");
  const format = useFormat();
  const rules = [
    whole
      ? { field: "account.group", operator: "has_any", value: [accountId] }
      : { field: "lead.account", operator: "is", value: accountId },
  ];
  const group = { combinator: "and" as const, rules };
  const filter = JSON.stringify(group);
  const read = useQuery(reading(leads.list, { query: { filter, limit: MOST } }));
  const counted = useQuery(reading(leads.count, { query: { filter } })).data;
  const rows = read.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <SectionHead
        title={t("title")}
        note={counted === undefined ? undefined : format.estimate(counted.count, counted.exact)}
        end={
          counted === undefined || counted.count <= MOST ? undefined : (
            <Figure href={hrefOf("/leads", { view: "all", filter: group })}>{t("allThere")}</Figure>
          )
        }
      />
      {rows.map((lead) => (
        <LeadLine key={lead.id} lead={lead} />
      ))}
    </section>
  );
}
