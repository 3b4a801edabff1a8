import { useQuery } from "@tanstack/react-query";
import { duplicatePairs, MOST_PAIRS_COUNTED, type PairRow } from "@tongzhou/contract/duplicate-pairs";
import { ChevronDown, ChevronUp, Merge, SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { useMay } from "../../platform/session/session.ts";
import { useShortcut } from "../../ui/keyboard/useShortcut.ts";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { Panes } from "../../ui/list/Panes.tsx";
import { MergeLikely } from "./MergeLikely.tsx";
import { PairList } from "./PairList.tsx";
import { PairToJudge } from "./PairToJudge.tsx";

/** Two by two, those who may be one person: chosen at the left, judged at the right. */
export function PairReview() {
  const { t } = useTranslation("identity");
  const isPhone = usePhone();
  const mayDecide = useMay("company", "edit");
  const read = useQuery(reading(duplicatePairs.list));
  const [chosen, setChosen] = useState<{ id: string; place: number }>();
  const [isMerging, setMerging] = useState(false);
  const rows = read.data?.rows ?? [];
  const place = placeOf(rows, chosen);
  const row = chosen === undefined && isPhone ? undefined : rows[place];
  const choose = (to: number) => {
    const next = rows[to];
    if (next) setChosen({ id: next.id, place: to });
  };
  useShortcut({ keys: "arrowup", words: t("previousPair"), run: () => choose(place - 1), when: place > 0 });
  useShortcut({ keys: "arrowdown", words: t("nextPair"), run: () => choose(place + 1), when: place < rows.length - 1 });
  const head = (
    <PageHead
      title={t("pairsTitle")}
      crumbs={[
        { words: t("contacts"), href: "/contacts" },
        ...(isPhone && row !== undefined ? [] : [{ words: t("pairsPlace") }]),
      ]}
      sentence={
        rows.length === 0 || read.data === undefined
          ? undefined
          : t(read.data.waiting < MOST_PAIRS_COUNTED ? "pairsWaiting" : "pairsWaitingMore", {
              count: Math.min(read.data.waiting, MOST_PAIRS_COUNTED),
            })
      }
      acts={
        <>
          {mayDecide ? (
            <Button look="quiet" size="small" icon={SlidersHorizontal} href="/settings/matching">
              {t("matching.settings")}
            </Button>
          ) : null}
          {rows.length === 0 ? null : (
            <>
              <Button size="small" icon={Merge} onClick={() => setMerging(true)}>
                {t("likely.open")}
              </Button>
              <span className="t13 ink3">{t("place", { at: place + 1, of: rows.length })}</span>
              <Button
                look="quiet"
                size="small"
                icon={ChevronUp}
                label={t("previousPair")}
                disabled={place === 0}
                onClick={() => choose(place - 1)}
              />
              <Button
                look="quiet"
                size="small"
                icon={ChevronDown}
                label={t("nextPair")}
                disabled={place >= rows.length - 1}
                onClick={() => choose(place + 1)}
              />
            </>
          )}
        </>
      }
      phoneActs={
        row === undefined ? (
          rows.length === 0 ? null : (
            <Button size="small" onClick={() => setMerging(true)}>
              {t("likely.open")}
            </Button>
          )
        ) : (
          <Button size="small" onClick={() => setChosen(undefined)}>
            {t("allPairs")}
          </Button>
        )
      }
    />
  );
  if (read.isPending) return <Panes head={head}>{<SkeletonRows rows={8} height={56} />}</Panes>;
  if (read.isError && read.data === undefined)
    return (
      <Panes head={head}>
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      </Panes>
    );
  if (rows.length === 0)
    return (
      <Panes head={head}>
        <Empty title={t("noPairs")}>{t("noPairsWhy")}</Empty>
      </Panes>
    );
  return (
    <>
      <Panes
        head={head}
        list={<PairList rows={rows} chosenId={row?.id} onChoose={(_, to) => choose(to)} />}
        isChosen={row !== undefined}
      >
        {row === undefined ? null : (
          <PairToJudge key={row.id} row={row} onJudged={() => setChosen({ id: rows[place + 1]?.id ?? "", place })} />
        )}
      </Panes>
      {isMerging ? <MergeLikely onClose={() => setMerging(false)} /> : null}
    </>
  );
}

/** Where the chosen pair stands now; when it is gone, its place is taken by the one that came after it. */
function placeOf(rows: readonly PairRow[], chosen: { id: string; place: number } | undefined): number {
  if (chosen === undefined) return 0;
  const at = rows.findIndex(({ id }) => id === chosen.id);
  return at >= 0 ? at : Math.max(0, Math.min(chosen.place, rows.length - 1));
}
