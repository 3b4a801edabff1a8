import { useQuery } from "@tanstack/react-query";
import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { GradeChip } from "./GradeChip.tsx";
import { HolderName } from "./HolderName.tsx";
import styles from "./LeadsOfCampaign.module.css";
import { LeadStageSign } from "./LeadStageSign.tsx";
import { useLeadWords } from "./useLeadWords.ts";

const MOST = 10;

/** Whom a campaign brought: how far each has come and who has them, the newest first; the list of leads has the rest. */
export function LeadsOfCampaign({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation("leads");
  const format = useFormat();
  const columns = useBroughtColumns();
  const mayImport = useMay("import", "create");
  const group = {
    combinator: "and" as const,
    rules: [{ field: "lead.campaign", operator: "is", value: campaignId }],
  };
  const filter = JSON.stringify(group);
  const read = useQuery(reading(leads.list, { query: { filter, limit: MOST, sort: "-captured" } }));
  const counted = useQuery(reading(leads.count, { query: { filter } })).data;
  const rows = read.data?.rows ?? [];
  return (
    <section className={styles.brought}>
      <SectionHead
        title={t("brought")}
        note={t("broughtNote")}
        end={
          counted === undefined || counted.count === 0 ? undefined : (
            <Figure href={hrefOf("/leads", { view: "all", filter: group })}>
              {t("seeAll", { amount: format.estimate(counted.count, counted.exact) })}
            </Figure>
          )
        }
      />
      {read.isPending ? <SkeletonRows rows={3} /> : null}
      {read.isError && read.data === undefined ? (
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {read.isSuccess && rows.length === 0 ? (
        <Empty
          title={t("noneBrought")}
          {...(mayImport
            ? {
                act: (
                  <Button size="small" href="/imports/new">
                    {t("importPeople")}
                  </Button>
                ),
              }
            : {})}
        >
          {t("noneBroughtWhy")}
        </Empty>
      ) : null}
      {rows.length === 0 ? null : (
        <PlainTable label={t("brought")} columns={columns} rows={rows} rowId={({ id }) => id} />
      )}
    </section>
  );
}

function useBroughtColumns(): PlainColumn<LeadRow>[] {
  const { t } = useTranslation("leads");
  const words = useLeadWords();
  return [
    { id: "grade", head: t("column.grade"), width: 56, cell: ({ grade }) => <GradeChip grade={grade} /> },
    {
      id: "name",
      head: t("column.name"),
      oneLine: true,
      cell: (lead) => (
        <Anchor href={`/leads/${lead.id}`} className={styles.who ?? ""}>
          <b className="ell">{words.name(lead)}</b>
          <span className="ink3 ell">{lead.account?.name}</span>
        </Anchor>
      ),
    },
    { id: "stage", head: t("column.stage"), width: 112, cell: ({ stage }) => <LeadStageSign stage={stage} /> },
    {
      id: "owner",
      head: t("column.owner"),
      width: 104,
      oneLine: true,
      notOnPhone: true,
      cell: ({ holder }) => <HolderName holder={holder} />,
    },
    {
      id: "latest",
      head: t("column.latest"),
      width: 176,
      oneLine: true,
      notOnPhone: true,
      cell: ({ latestTouch }) =>
        latestTouch === null ? <None /> : <span className="ink2">{words.touchWhen(latestTouch)}</span>,
    },
  ];
}
