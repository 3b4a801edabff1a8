import { useQuery } from "@tanstack/react-query";
import { enrichment, type EnrichmentSource } from "@tongzhou/contract/enrichment";
import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Runs } from "./Runs.tsx";
import { SourceRow } from "./SourceRow.tsx";

const FileDialog = lazy(async () => ({ default: (await import("./FileDialog.tsx")).FileDialog }));

/** Who is asked about companies: which file in which version, how asking goes, what was filled and what it cost. */
export function SourceSettings() {
  const { t } = useTranslation("enrichment");
  const mayEdit = useMay("enrichment_source", "edit");
  const mayRun = useMay("enrichment_source", "run");
  const read = useQuery(reading(enrichment.sources));
  const [asked, setAsked] = useState<{ source?: EnrichmentSource }>();
  useLive("longOperation", () => void forget(enrichment.sources));
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  const sources = read.data ?? [];
  const add = mayEdit ? (
    <Button look="solid" size="small" icon={Plus} onClick={() => setAsked({})}>
      {t("addFile")}
    </Button>
  ) : undefined;
  return (
    <>
      <section>
        <SectionHead title={t("sources")} note={t("sourcesMean")} {...(sources.length > 0 ? { end: add } : {})} />
        {read.isPending ? <SkeletonRows rows={3} height={96} /> : null}
        {read.isSuccess && sources.length === 0 ? (
          <Empty title={t("noSources")} act={add}>
            {t("noSourcesWhy")}
          </Empty>
        ) : null}
        <ul className="list">
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} mayEdit={mayEdit} onNewVersion={() => setAsked({ source })} />
          ))}
        </ul>
      </section>
      {mayRun && sources.length > 0 ? <Runs canRun={sources.some(({ active }) => active)} /> : null}
      <Suspense fallback={null}>
        {asked === undefined ? null : (
          <FileDialog
            {...(asked.source === undefined ? {} : { source: asked.source })}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}
