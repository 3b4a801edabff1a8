import { useQueries } from "@tanstack/react-query";
import { CampaignStatus, campaigns, type CampaignRow } from "@tongzhou/contract/campaigns";
import { EVERYTHING, type RuleGroup } from "@tongzhou/contract/conditions";
import { FileDown, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useAddedColumns } from "../../platform/custom-fields/useAddedColumns.tsx";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import type { ListExport } from "../../platform/lists/list-export.ts";
import { rememberList } from "../../platform/lists/list-memory.ts";
import { askedOf, sortingOf, turnedSort } from "../../platform/lists/list-state.ts";
import { ListSearch } from "../../platform/lists/ListSearch.tsx";
import { useListRows } from "../../platform/lists/use-list-rows.ts";
import { hrefOf, useUrlState } from "../../platform/routing/useUrlState.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { ListLayout } from "../../ui/list/ListLayout.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { Tabs } from "../../ui/list/Tabs.tsx";
import { ToolRow } from "../../ui/list/ToolRow.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import { CreateCampaignDialog } from "./CreateCampaignDialog.tsx";
import { useCampaignColumns, useCampaignPhoneView } from "./useCampaignColumns.tsx";

const PATH = "/campaigns";
const VIEWS = ["running", "draft", "ended", "all"] as const;
type View = (typeof VIEWS)[number];

const Url = z.object({
  view: z.enum(VIEWS).default("all"),
  q: z.coerce.string().default(""),
  sort: z.coerce.string().default(""),
});

const filterOf = (view: View): RuleGroup =>
  CampaignStatus.safeParse(view).success
    ? { combinator: "and", rules: [{ field: "campaign.status", operator: "is", value: view }] }
    : EVERYTHING;

/** The campaigns: drafts with what they lack, running ones with what they have spent. */
export function CampaignList({ exporting }: { exporting?: ListExport | undefined }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const [{ view, q, sort }, change] = useUrlState(Url);
  const [creating, setCreating] = useState(false);
  const mayCreate = useMay("campaign", "edit");
  const counts = useCounts();
  const list = useListRows(campaigns.list, {
    ...askedOf({ filter: filterOf(view), search: q, sort }),
  });
  const columns = [...useCampaignColumns(), ...useAddedColumns<CampaignRow>("campaign", "decision")];
  const phone = useCampaignPhoneView();
  const open = () => setCreating(true);
  const href = hrefOf(PATH, { view, q, sort });
  useEffect(() => rememberList({ object: "campaign", href, ids: list.rows.map(({ id }) => id) }), [href, list.rows]);
  const shown = counts[VIEWS.indexOf(view)];
  return (
    <ListLayout
      head={
        <PageHead
          title={t("campaigns")}
          acts={
            mayCreate ? (
              <Button look="solid" icon={Plus} shortcut="c" onClick={open}>
                {t("create")}
              </Button>
            ) : undefined
          }
          phoneActs={mayCreate ? <Button look="quiet" icon={Plus} label={t("create")} onClick={open} /> : undefined}
        />
      }
      tabs={
        <Tabs
          label={t("views")}
          current={view}
          tabs={VIEWS.map((id, at) => ({
            id,
            words: t(`view.${id}`),
            href: hrefOf(PATH, { view: id }),
            count: counts[at] === undefined ? undefined : format.estimate(counts[at].count, counts[at].exact),
          }))}
        />
      }
      tools={
        <ToolRow
          end={
            exporting === undefined ? undefined : (
              <Button
                look="quiet"
                size="small"
                icon={FileDown}
                onClick={() =>
                  exporting.run({
                    choice: { filter: filterOf(view), search: q },
                    sort: list.order,
                    visible: columns.map(({ id }) => id),
                  })
                }
              >
                {exporting.words}
              </Button>
            )
          }
        >
          <ListSearch words={t("search")} value={q} onChange={(next) => change({ q: next }, { replace: true })} />
        </ToolRow>
      }
      count={shown === undefined || q !== "" ? undefined : t("count", { count: shown.count })}
    >
      {list.failure !== null ? (
        <ReadFailure failure={list.failure} onRetry={list.retry} />
      ) : (
        <RecordTable
          label={t("campaigns")}
          rows={list.rows}
          rowId={({ id }) => id}
          columns={columns}
          sorting={sortingOf(list.order)}
          onSort={(column) => change({ sort: turnedSort(list.order, column) }, { replace: true })}
          href={({ id }) => `${PATH}/${id}`}
          loading={list.loading}
          more={list.more}
          phone={phone}
          empty={
            <Empty
              title={q === "" ? t("empty.title") : t("empty.foundNone", { typed: q })}
              act={
                mayCreate ? (
                  <Button size="small" onClick={open}>
                    {t("create")}
                  </Button>
                ) : undefined
              }
            >
              {t("empty.body")}
            </Empty>
          }
        />
      )}
      {creating ? <CreateCampaignDialog onClose={() => setCreating(false)} /> : null}
    </ListLayout>
  );
}

function useCounts() {
  return useQueries({
    queries: VIEWS.map((view) =>
      reading(campaigns.count, { query: askedOf({ filter: filterOf(view), search: "", sort: "" }) }),
    ),
    combine: (reads) => reads.map(({ data }) => data),
  });
}
