import { useQuery } from "@tanstack/react-query";
import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { attentionOf } from "./attention-of.ts";
import { AttentionSign } from "./AttentionSign.tsx";
import { DealLine } from "./DealLine.tsx";

/** Those that stand longest are read; whoever has more of them finds the rest in the list. */
const READ = 100;
const SHOWN = 5;
const RUNNING = JSON.stringify({
  combinator: "and",
  rules: [{ field: "opportunity.outcome", operator: "empty" }],
});

/** The running deals that need an act: stood longer than is usual in their stage, or past their expected close. */
export function DealsToPush({ renderLog }: { renderLog?: (row: OpportunityRow) => ReactNode }) {
  const { t } = useTranslation("opportunities");
  const format = useFormat();
  const { data } = useQuery(
    reading(opportunities.list, { query: { filter: RUNNING, sort: "stageSince", limit: READ } }),
  );
  const today = format.isoDay(format.now);
  const waiting = (data?.rows ?? []).filter((row) => attentionOf(row, today, format.now) !== undefined);
  if (waiting.length === 0) return null;
  return (
    <section style={{ margin: "32px 0 24px" }}>
      <SectionHead
        title={t("toPush")}
        end={
          <Figure href={hrefOf("/opportunities/list", { view: "open", sort: "stageSince" })}>{t("view.open")}</Figure>
        }
      />
      {waiting.slice(0, SHOWN).map((row) => (
        <DealLine key={row.id} row={row} end={renderLog?.(row)}>
          <AttentionSign row={row} />
        </DealLine>
      ))}
    </section>
  );
}
