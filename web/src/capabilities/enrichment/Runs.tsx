import { useQuery } from "@tanstack/react-query";
import { enrichment } from "@tongzhou/contract/enrichment";
import { Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { WorkRow } from "../jobs/index.ts";
import { RunDialog } from "./RunDialog.tsx";

const EVERYTHING = { filter: { combinator: "and" as const, rules: [] }, search: "" };

/** Runs over all companies: begun here, seen to their end, stopped, and taken back as one act. */
export function Runs({ canRun }: { canRun: boolean }) {
  const { t } = useTranslation("enrichment");
  const [isAsked, setAsked] = useState(false);
  const read = useQuery(reading(enrichment.runs));
  useLive("longOperation", () => void forget(enrichment.runs));
  const runs = read.data ?? [];
  return (
    <section>
      <SectionHead
        title={t("runs")}
        note={t("runsMean")}
        end={
          <Button
            size="small"
            icon={Play}
            whyOff={canRun ? undefined : t("nobodyToAsk")}
            onClick={() => setAsked(true)}
          >
            {t("runAll")}
          </Button>
        }
      />
      {read.isError ? <ReadFailure failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonRows rows={1} height={72} /> : null}
      {read.isSuccess && runs.length === 0 ? <Empty title={t("noRuns")}>{t("noRunsWhy")}</Empty> : null}
      <ul className="list">
        {runs.map((work) => (
          <WorkRow key={work.id} work={work} />
        ))}
      </ul>
      {isAsked ? <RunDialog choice={EVERYTHING} onClose={() => setAsked(false)} /> : null}
    </section>
  );
}
