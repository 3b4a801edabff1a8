import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { audit, type AuditOperation } from "@tongzhou/contract/audit";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import { ListSearch } from "../../platform/lists/ListSearch.tsx";
import { hrefOf, useUrlState } from "../../platform/routing/useUrlState.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { ChoiceRows } from "../../ui/list/ChoiceRows.tsx";
import { Panes } from "../../ui/list/Panes.tsx";
import { OperationPanel } from "./OperationPanel.tsx";
import { useActorWords, useAuditWords } from "./useAuditWords.ts";

const PATH = "/settings/changes";
const Url = z.object({
  operation: z.coerce.string().optional(),
  q: z.coerce.string().default(""),
  whose: z.enum(["all", "mine", "house"]).default("all").catch("all"),
});

/** Who changed what, the latest first; one of them beside it, with what undoing it would do. */
export function OperationsPanel({ renderHead }: { renderHead: (isChosen: boolean) => ReactNode }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const words = useAuditWords();
  const actor = useActorWords();
  const [url, change] = useUrlState(Url);
  const query = {
    ...(url.q === "" ? {} : { text: url.q }),
    ...(url.whose === "mine" ? { mine: "true" } : {}),
    ...(url.whose === "house" ? { bySystem: "true" } : {}),
  };
  const read = useInfiniteQuery({ ...readingPages(audit.list, { query }), placeholderData: keepPreviousData });
  const rows = (read.data?.pages ?? []).flatMap((page) => page.rows);
  const chosen = url.operation ?? rows[0]?.id;
  const stateOf = (row: AuditOperation): string | undefined =>
    row.undo === "possible" ? undefined : t(`undoStates.${row.undo}`);
  const list = (
    <>
      <div className="col g8" style={{ padding: "12px 16px" }}>
        <div className="row">
          <ListSearch words={t("search")} value={url.q} onChange={(q) => change({ q }, { replace: true })} />
        </div>
        <Segmented
          label={t("whose")}
          value={url.whose}
          onChange={(whose) => change({ whose, operation: undefined })}
          options={(["all", "mine", "house"] as const).map((value) => ({ value, words: t(`whoses.${value}`) }))}
        />
      </div>
      {read.isError && rows.length === 0 ? (
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {read.isPending ? <SkeletonRows rows={8} height={56} edge /> : null}
      <ChoiceRows
        label={t("changes")}
        {...(chosen === undefined ? {} : { current: chosen })}
        rows={rows.map((row) => {
          const state = stateOf(row);
          return {
            id: row.id,
            href: hrefOf(PATH, { ...(url.q === "" ? {} : { q: url.q }), whose: url.whose, operation: row.id }),
            name: words.kind(row.kind, row.summary),
            end: format.moment(row.at),
            line: actor(row.actor),
            ...(state === undefined ? {} : { lineEnd: state }),
          };
        })}
      />
      {read.isSuccess && rows.length === 0 ? (
        <div style={{ padding: "0 16px" }}>
          {url.q === "" ? (
            <Empty title={t("none")}>{t("noneWhy")}</Empty>
          ) : (
            <Empty title={t("foundNone", { typed: url.q })}>{t("foundNoneWhy")}</Empty>
          )}
        </div>
      ) : null}
      {read.hasNextPage ? (
        <div style={{ padding: "12px 16px" }}>
          <Button size="small" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {t("earlier")}
          </Button>
        </div>
      ) : null}
    </>
  );
  return (
    <Panes head={renderHead(url.operation !== undefined)} list={list} isChosen={url.operation !== undefined}>
      {chosen === undefined ? null : <OperationPanel key={chosen} operationId={chosen} />}
    </Panes>
  );
}
