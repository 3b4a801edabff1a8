import { useQuery } from "@tanstack/react-query";
import { imports, type ImportResult } from "@tongzhou/contract/imports";
import { Download, FileUp, Pause, Play, Square } from "lucide-react";
import type { ReactNode } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { Panes } from "../../ui/list/Panes.tsx";
import { FactList } from "../../ui/record/FactList.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import { FigureRow } from "./FigureRow.tsx";
import { LeadsOfImport } from "./LeadsOfImport.tsx";
import { RejectedRows } from "./RejectedRows.tsx";

const AGAIN_MS = 1000;
const UNDER_WAY: ReadonlySet<string> = new Set(["queued", "running", "stopping"]);

export interface ImportResultPanelProps {
  importId: string;
  /** What an undo would do, and the way to do it. */
  undo: ReactNode;
}

/** One import: how far it is, what it made, what stayed out, and where its leads are now. */
export function ImportResultPanel({ importId, undo }: ImportResultPanelProps) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const read = useQuery({
    ...reading(imports.show, { params: { importId } }),
    refetchInterval: ({ state }) => (state.data !== undefined && UNDER_WAY.has(state.data.state) ? AGAIN_MS : false),
  });
  const result = read.data;
  const crumbs = [{ words: t("imports"), href: "/imports" }];
  if (read.isError) {
    return (
      <Panes head={<PageHead title={t("imports")} crumbs={crumbs} />}>
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      </Panes>
    );
  }
  if (result === undefined) {
    return (
      <Panes head={<PageHead title={t("imports")} crumbs={crumbs} />}>
        <SkeletonRows rows={8} />
      </Panes>
    );
  }
  const isOver = !UNDER_WAY.has(result.state);
  return (
    <Panes
      head={
        <PageHead
          title={<TitleOf result={result} />}
          crumbs={[...crumbs, { words: result.name }]}
          acts={<ImportControls result={result} />}
        />
      }
      rail={
        <>
          {isOver ? undo : null}
          <HowItWasDone result={result} />
        </>
      }
    >
      <Progress result={result} />
      {result.error === null ? null : (
        <ErrorNote happened={t("stoppedBy")}>
          {t("stoppedByTodo")} <span className="ink3">{result.error}</span>
        </ErrorNote>
      )}
      <FigureRow figures={figuresOf(result, t, format)} />
      <LeadsOfImport result={result} />
      <RejectedRows result={result} />
    </Panes>
  );
}

type Figures = Parameters<typeof FigureRow>[0]["figures"];

function figuresOf(result: ImportResult, t: TFunction<"imports">, format: ReturnType<typeof useFormat>): Figures {
  const isOfCompanies = result.object === "account";
  return [
    {
      id: "created",
      head: t(isOfCompanies ? "newCompanies" : "newPeople"),
      value: result.counts.created,
      line: isOfCompanies ? t("inTree") : t("newContacts", { count: result.newContacts }),
    },
    {
      id: "attached",
      head: t(isOfCompanies ? "knownCompanies" : "knownPeople"),
      value: result.counts.attached,
      line:
        result.counts.overwritten === 0
          ? t("keptTheirs")
          : t("changedTheirs", { number: format.count(result.counts.overwritten) }),
    },
    ...(isOfCompanies
      ? []
      : [{ id: "accounts", head: t("accounts"), value: result.newAccounts, line: t("toConfirm") }]),
    {
      id: "rejected",
      head: t("outPeople"),
      value: result.counts.rejected,
      line: t("blankRows", { count: result.counts.blank }),
    },
  ];
}

function TitleOf({ result }: { result: ImportResult }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  if (result.undone) return t("wasUndone");
  if (UNDER_WAY.has(result.state)) return t("underWay");
  const params = {
    in: format.count(result.counts.created + result.counts.attached),
    out: format.count(result.counts.rejected),
  };
  return result.counts.rejected === 0 ? t("allIn", params) : t("inAndOut", params);
}

function Progress({ result }: { result: ImportResult }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  if (result.state === "done" || result.undone) return null;
  const share = result.total === 0 ? 0 : result.done / result.total;
  return (
    <section className="col g8" aria-live="polite">
      <div className="row between t13">
        <b>{t(`states.${result.state}`)}</b>
        <span className="ink2">
          {t("rowsDone", { rows: format.count(result.counts.rows) })} · {format.percent(share)}
        </span>
      </div>
      <Meter share={share} look="bar" label={t("states.running")} />
      <p className="t12 ink3">{t("mayLeave")}</p>
    </section>
  );
}

function ImportControls({ result }: { result: ImportResult }) {
  const { t } = useTranslation("imports");
  const { t: shell } = useTranslation("shell");
  const params = { params: { importId: result.id } };
  const after = {
    onSuccess: () => void forget(imports.show, imports.list),
    onError: (failure: Error) => sayFailed(sayFailure(shell, failure).happened),
  };
  const pause = useAct(imports.pause);
  const resume = useAct(imports.resume);
  const stop = useAct(imports.stop);
  const isRunning = result.state === "running" || result.state === "queued";
  const canResume = !result.undone && ["paused", "stopped", "failed"].includes(result.state);
  return (
    <>
      {isRunning ? (
        <>
          <Button icon={Pause} busy={pause.isPending} onClick={() => pause.mutate(params, after)}>
            {t("pause")}
          </Button>
          <Button icon={Square} busy={stop.isPending} onClick={() => stop.mutate(params, after)}>
            {t("stop")}
          </Button>
        </>
      ) : null}
      {canResume ? (
        <Button look="solid" icon={Play} busy={resume.isPending} onClick={() => resume.mutate(params, after)}>
          {t("resume")}
        </Button>
      ) : null}
      {result.counts.rejected > 0 && result.mayReadFile ? (
        <>
          <Button icon={Download} href={`/api/imports/${result.id}/errors.${result.isSheet ? "xlsx" : "csv"}`}>
            {t("errorFile")}
          </Button>
          <Button icon={FileUp} href="/imports/new">
            {t("mendedAgain")}
          </Button>
        </>
      ) : null}
    </>
  );
}

function HowItWasDone({ result }: { result: ImportResult }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (
    <FactList
      title={t("howDone")}
      labelWidth={80}
      facts={[
        { id: "file", label: t("file"), shown: result.name },
        { id: "who", label: t("who"), ...(result.startedByName === null ? {} : { shown: result.startedByName }) },
        { id: "when", label: t("when"), shown: format.fullMoment(result.createdAt) },
        { id: "mode", label: t("mode"), shown: t(`modes.${result.object === "lead" ? result.mode : result.object}`) },
        {
          id: "campaign",
          label: t("campaign"),
          ...(result.campaignName === null ? {} : { shown: result.campaignName }),
        },
        {
          id: "columns",
          label: t("steps.columns"),
          shown: t("columnsRemembered", { count: result.settings.columns.length }),
        },
      ]}
    />
  );
}
