import { useQuery } from "@tanstack/react-query";
import { opportunities } from "@tongzhou/contract/opportunities";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { DealLine } from "./DealLine.tsx";

const SHOWN = 8;
const WON = JSON.stringify({
  combinator: "and",
  rules: [
    { field: "opportunity.outcome", operator: "is", value: "won" },
    { field: "opportunity.closedAt", operator: "in_last", value: 90 },
  ],
});

/** What was won lately among the deals the viewer sees; nothing when there is none. */
export function NewlyWon() {
  const { t } = useTranslation("opportunities");
  const format = useFormat();
  const { data } = useQuery(reading(opportunities.list, { query: { filter: WON, limit: SHOWN } }));
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section style={{ margin: "32px 0 24px" }}>
      <SectionHead
        title={t("newlyWon")}
        end={<Figure href={hrefOf("/opportunities/list", { view: "won" })}>{t("view.won")}</Figure>}
      />
      {data.rows.map((row) => (
        <DealLine key={row.id} row={row}>
          <span className="ink2">
            {[row.closedAt === null ? null : t("wasWonOn", { day: format.day(row.closedAt) }), row.accountName]
              .filter((each) => each !== null)
              .join(" · ")}
          </span>
        </DealLine>
      ))}
    </section>
  );
}
