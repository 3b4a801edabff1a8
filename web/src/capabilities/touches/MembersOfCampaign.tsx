import { useInfiniteQuery } from "@tanstack/react-query";
import { campaignMembers, type CampaignMember } from "@tongzhou/contract/campaign-members";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import styles from "./MembersOfCampaign.module.css";

const PAGE = 10;

/** Who is in a campaign and how far, who joined last first; nothing while nobody is. */
export function MembersOfCampaign({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation("touches");
  const columns = useMemberColumns();
  const read = useInfiniteQuery(readingPages(campaignMembers.list, { params: { campaignId }, query: { limit: PAGE } }));
  const [first] = read.data?.pages ?? [];
  if (first === undefined || first.count + first.outside === 0) return null;
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className={styles.members}>
      <SectionHead
        title={t("members")}
        note={
          first.outside === 0
            ? t("membersCount", { count: first.count })
            : t("membersOutside", { count: first.count, outside: first.outside })
        }
      />
      <PlainTable label={t("members")} rows={rows} rowId={({ id }) => id} columns={columns} />
      {read.hasNextPage ? (
        <Button size="small" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t("moreMembers")}
        </Button>
      ) : null}
    </section>
  );
}

function useMemberColumns(): PlainColumn<CampaignMember>[] {
  const { t } = useTranslation("touches");
  const format = useFormat();
  return [
    {
      id: "contact",
      head: t("column.contact"),
      cell: ({ contactId, name }) => (
        <Anchor className="link" href={`/contacts/${contactId}`}>
          {name ?? t("nameless")}
        </Anchor>
      ),
    },
    { id: "account", head: t("column.account"), cell: ({ accountName }) => accountName ?? <None /> },
    { id: "status", head: t("memberStatus"), cell: ({ status }) => t(`status.${status}`) },
    { id: "joined", head: t("joinedAt"), cell: ({ joinedAt }) => format.day(joinedAt) },
  ];
}
