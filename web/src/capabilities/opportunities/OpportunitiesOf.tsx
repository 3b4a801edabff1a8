import { useQuery } from "@tanstack/react-query";
import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { DealLine } from "./DealLine.tsx";

const MOST = 20;

/** The deals of an account, or of a company with all below it, of every type, the newest first (R-OPP-3). */
export function OpportunitiesOf({ accountId, whole = false }: { accountId: string; whole?: boolean }) {
  const { t } = useTranslation("opportunities");
  const format = useFormat();
  const rules = [
    whole
      ? { field: "opportunity.group", operator: "has_any", value: [accountId] }
      : { field: "opportunity.account", operator: "is", value: accountId },
  ];
  const group = { combinator: "and" as const, rules };
  const filter = JSON.stringify(group);
  const read = useQuery(reading(opportunities.list, { query: { filter, limit: MOST } }));
  const counted = useQuery(reading(opportunities.count, { query: { filter } })).data;
  const rows = read.data?.rows ?? [];
  if (rows.length === 0) return null;
  const said = ({ outcome, accountName }: OpportunityRow) =>
    [outcome === null ? null : t(outcome === "won" ? "win" : "lose"), whole ? accountName : null]
      .filter((each) => each !== null)
      .join(" · ");
  return (
    <section>
      <SectionHead
        title={t("title")}
        note={counted === undefined ? undefined : format.estimate(counted.count, counted.exact)}
        end={
          counted === undefined || counted.count <= MOST ? undefined : (
            <Figure href={hrefOf("/opportunities/list", { view: "all", filter: group })}>{t("view.all")}</Figure>
          )
        }
      />
      {rows.map((row) => (
        <DealLine key={row.id} row={row}>
          {said(row)}
        </DealLine>
      ))}
    </section>
  );
}
