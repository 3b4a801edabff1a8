import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { imports, type DryRun, type ImportPreview } from "@tongzhou/contract/imports";
import { ADDED_TARGET, type ImportObject, type ImportSettings } from "@tongzhou/contract/import-settings";
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { FigureRow } from "./FigureRow.tsx";
import type { WizardFrameOf } from "./frame-parts.ts";
import { KnownPeopleRules } from "./KnownPeopleRules.tsx";
import styles from "./Mapping.module.css";
import { useReadValue } from "./useReadValue.ts";
import { useTargetName } from "./useTargetName.ts";
import { useProblemWords } from "./useProblemWords.ts";

export interface DryRunPanelProps {
  preview: ImportPreview;
  settings: ImportSettings;
  onChange: (settings: ImportSettings) => void;
  frame: WizardFrameOf;
}

/** What would happen, before anything is written; the button says how many rows it writes. */
export function DryRunPanel({ preview, settings, onChange, frame }: DryRunPanelProps) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const navigate = useNavigateTo();
  const run = useQuery({
    ...reading(imports.dryRun, { params: { fileId: preview.fileId }, body: settings }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const begin = useAct(imports.begin);
  const before = preview.importedBefore;
  const start = () =>
    begin.mutate(
      // Said beside the button where it was imported before.
      { body: { fileId: preview.fileId, settings, again: before !== null } },
      {
        onSuccess: ({ answer }) => {
          void forget(imports.list);
          navigate.go(`/imports/${answer.id}`);
        },
      },
    );
  const comesIn = run.data === undefined ? 0 : run.data.created + run.data.attached;
  return frame({
    acts: (
      <>
        <span className="t13 ink3">{t("nothingWritten")}</span>
        <Button icon={RotateCcw} busy={run.isFetching} onClick={() => void run.refetch()}>
          {t("again")}
        </Button>
      </>
    ),
    middle: (
      <>
        {before === null ? null : <ImportedBefore before={before} />}
        {run.isError ? <ReadFailure failure={run.error} onRetry={() => void run.refetch()} /> : null}
        {run.data === undefined && !run.isError ? <SkeletonRows rows={8} /> : null}
        {run.data === undefined ? null : <TrialResult run={run.data} object={settings.object} />}
        <FailureNote failure={begin.error} />
      </>
    ),
    ...(run.data === undefined || run.data.changes.length === 0
      ? {}
      : { rail: <KnownPeopleRules run={run.data} settings={settings} onChange={onChange} /> }),
    foot: (
      <>
        <span className="t13">
          {run.data === undefined ? null : (
            <>
              <b>{t("willWrite", { rows: format.count(comesIn), out: format.count(run.data.rejected) })}</b>{" "}
              <span className="ink2">
                {t(`afterwards.${settings.object === "lead" ? settings.mode : settings.object}`)}
              </span>
            </>
          )}
        </span>
        <span className="grow" />
        <Button look="quiet" href={hrefOf("/imports/new", { file: preview.fileId })}>
          {t("back")}
        </Button>
        <Button
          look="solid"
          busy={begin.isPending || run.isPlaceholderData}
          whyOff={run.data === undefined ? t("stillTrying") : comesIn === 0 ? t("nothingComesIn") : undefined}
          onClick={start}
        >
          {t(before === null ? "importRows" : "importAgain", { rows: format.count(comesIn) })}
        </Button>
      </>
    ),
  });
}

/** Whoever sends the same file twice is told before it counts twice. */
function ImportedBefore({ before }: { before: NonNullable<ImportPreview["importedBefore"]> }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (
    <section className="quoted t13 col g6" role="note">
      <b className="amber">{t("importedBefore")}</b>
      <span className="ink2">
        {t("importedBeforeMeans", {
          at: format.fullMoment(before.createdAt),
          who: before.startedByName ?? t("somebody"),
        })}
      </span>
      <Anchor href={`/imports/${before.id}`}>{t("seeThatImport")}</Anchor>
    </section>
  );
}

function TrialResult({ run, object }: { run: DryRun; object: ImportObject }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const isOfCompanies = object === "account";
  return (
    <>
      {run.complete ? null : <p className="quoted t13 ink2">{t("onlyBeginning", { rows: format.count(run.rows) })}</p>}
      <FigureRow
        figures={[
          {
            id: "created",
            head: t(isOfCompanies ? "newCompanies" : "newPeople"),
            value: run.created,
            line: isOfCompanies ? t("newCompaniesMeans") : t("newAccounts", { count: run.newAccounts }),
          },
          {
            id: "attached",
            head: t(isOfCompanies ? "knownCompanies" : "knownPeople"),
            value: run.attached,
            line: attachedLine(run, t),
          },
          {
            id: "conflicts",
            head: t("toLookAt"),
            value: run.conflicts + run.differing,
            line: t(isOfCompanies ? "toLookAtCompanies" : "toLookAtMeans", {
              differing: format.count(run.differing),
              conflicts: format.count(run.conflicts),
            }),
          },
          { id: "rejected", head: t("outPeople"), value: run.rejected, line: t("errorFileMade") },
        ]}
      />
      <TrialSamples run={run} object={object} />
    </>
  );
}

const KNOWN_MEANS = {
  lead: "knownMeans",
  contact: "knownMeansContacts",
  account: "knownMeansCompanies",
} as const satisfies Record<ImportObject, string>;

type Say = ReturnType<typeof useTranslation<"imports">>["t"];

const attachedLine = (run: DryRun, t: Say): string =>
  run.attachedByKind
    .map(({ kind, rows }) => `${String(t(`kinds.${kind}` as never, { defaultValue: kind } as never))} ${rows}`)
    .join(" · ");

function TrialSamples({ run, object }: { run: DryRun; object: ImportObject }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const words = useProblemWords();
  const shownAs = useReadValue();
  const nameOf = useTargetName();
  const isOfCompanies = object === "account";
  const kind = (by: string): string => String(t(`kinds.${by}` as never, { defaultValue: by } as never));
  return (
    <>
      {run.differingSamples.length === 0 ? null : (
        <Samples title={t("differing")} note={t("differingMeans", { count: run.differing })}>
          {run.differingSamples.map((each, at) => (
            <li key={at}>
              <Line number={each.line} /> <b>{each.name ?? t("unnamed")}</b>{" "}
              {each.field === ADDED_TARGET ? nameOf(each.field, each.fieldId) : t(`fields.${each.field}`)}{" "}
              {t("fileSays", {
                inFile: shownAs(each.field, each.inFile, each.fieldId),
                now: shownAs(each.field, each.now, each.fieldId),
              })}
            </li>
          ))}
        </Samples>
      )}
      {run.conflictSamples.length === 0 ? null : (
        <Samples
          title={t(isOfCompanies ? "conflictsOfCompanies" : "conflicts")}
          note={t(isOfCompanies ? "conflictsOfCompaniesMean" : "conflictsMean", { count: run.conflicts })}
        >
          {run.conflictSamples.map((each) => (
            <li key={each.line}>
              <Line number={each.line} /> <b>{each.name ?? t("unnamed")}</b>{" "}
              {each.records
                .map((record) => t("belongsTo", { by: kind(record.by), name: record.name ?? t("unnamed") }))
                .join(t("semicolon"))}
            </li>
          ))}
        </Samples>
      )}
      {run.rejectedByReason.length === 0 ? null : (
        <Samples title={t("outPeople")} note={t("mendAndAgain")}>
          {run.rejectedByReason.map(({ code, rows, sample }) => {
            const problem = sample.problems.find((each) => each.code === code);
            return (
              <li key={code}>
                <b>{format.count(rows)}</b> {problem === undefined ? code : words(problem)}{" "}
                <Line number={sample.line} />
              </li>
            );
          })}
        </Samples>
      )}
      {run.attachedSamples.length === 0 ? null : (
        <Samples title={t(isOfCompanies ? "knownCompanies" : "knownPeople")} note={t(KNOWN_MEANS[object])}>
          {run.attachedSamples.map((each) => (
            <li key={each.line}>
              <Line number={each.line} /> <b>{each.name ?? t("unnamed")}</b>{" "}
              {t("joins", { name: each.recordName ?? t("unnamed"), by: kind(each.by) })}
            </li>
          ))}
        </Samples>
      )}
    </>
  );
}

function Line({ number }: { number: number }) {
  const { t } = useTranslation("imports");
  return <span className="ink3">{t("line", { line: number })}</span>;
}

function Samples({ title, note, children }: { title: string; note: string; children: React.ReactNode }) {
  return (
    <section>
      <SectionHead title={title} note={note} />
      <ul className={`list t13 ${styles.samples}`}>{children}</ul>
    </section>
  );
}
