import { useQuery } from "@tanstack/react-query";
import { imports, type ImportPreview } from "@tongzhou/contract/imports";
import type { FileReading, ImportSettings } from "@tongzhou/contract/import-settings";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf, useUrlState } from "../../platform/routing/useUrlState.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { Panes } from "../../ui/list/Panes.tsx";
import { Tabs } from "../../ui/list/Tabs.tsx";
import type { FrameParts } from "./frame-parts.ts";
import { ColumnMapping } from "./ColumnMapping.tsx";
import { DryRunPanel } from "./DryRunPanel.tsx";
import { SheetChoice } from "./SheetChoice.tsx";
import { FileDrop } from "./FileDrop.tsx";

const PATH = "/imports/new";
const Url = z.object({
  file: z.coerce.string().optional(),
  /** An uploaded workbook of which a sheet is to be chosen. */
  workbook: z.coerce.string().optional(),
  step: z.enum(["columns", "trial"]).default("columns").catch("columns"),
});

/** From a file to an import: which column is what, then what would happen, then it happens. */
export function ImportWizard() {
  const [url] = useUrlState(Url);
  if (url.file === undefined) {
    return (
      <WizardFrame step="file">
        {url.workbook === undefined ? <FileDrop /> : <SheetChoice key={url.workbook} workbookId={url.workbook} />}
      </WizardFrame>
    );
  }
  return <WithFile key={url.file} fileId={url.file} step={url.step} />;
}

function WithFile({ fileId, step }: { fileId: string; step: "columns" | "trial" }) {
  const [asRead, setAsRead] = useState<FileReading>({});
  const preview = useQuery(reading(imports.preview, { params: { fileId }, body: asRead }));
  if (preview.isError) {
    return (
      <WizardFrame step={step}>
        <ReadFailure failure={preview.error} onRetry={() => void preview.refetch()} />
      </WizardFrame>
    );
  }
  if (preview.data === undefined) {
    return (
      <WizardFrame step={step}>
        <SkeletonRows rows={10} />
      </WizardFrame>
    );
  }
  return (
    <Settled
      key={JSON.stringify(asRead)}
      preview={preview.data}
      step={step}
      asRead={asRead}
      onRead={(next) => setAsRead(next)}
    />
  );
}

interface SettledProps {
  preview: ImportPreview;
  step: "columns" | "trial";
  asRead: FileReading;
  onRead: (next: FileReading) => void;
}

/** Both steps share what was settled, so that going back loses nothing. */
function Settled({ preview, step, asRead, onRead }: SettledProps) {
  const [settings, setSettings] = useState(() => firstSettings(preview, asRead));
  const frame = (parts: FrameParts) => (
    <WizardFrame step={step} preview={preview} {...parts}>
      {parts.middle}
    </WizardFrame>
  );
  return step === "columns" ? (
    <ColumnMapping preview={preview} settings={settings} onChange={setSettings} onRead={onRead} frame={frame} />
  ) : (
    <DryRunPanel preview={preview} settings={settings} onChange={setSettings} frame={frame} />
  );
}

function firstSettings(preview: ImportPreview, asRead: FileReading): ImportSettings {
  return {
    reading: asRead,
    columns: preview.columns.flatMap(({ column, target, fieldId, memberSource, rule }) =>
      target === null
        ? []
        : [
            {
              column,
              target,
              ...(fieldId === null ? {} : { fieldId }),
              ...(memberSource === null ? {} : { memberSource }),
              ...(rule === null ? {} : { rule }),
            },
          ],
    ),
    object: preview.object,
    mode: "new",
    campaignId: null,
    source: preview.remembered?.source ?? null,
    productLineId: null,
    productLines: preview.remembered?.productLines ?? [],
    dateOrder: preview.dateOrder,
    touchKind: preview.remembered?.touchKind ?? "form",
    channel: preview.remembered?.channel ?? null,
  };
}

interface WizardFrameProps extends Omit<FrameParts, "middle"> {
  step: "file" | "columns" | "trial";
  preview?: ImportPreview;
  children: ReactNode;
}

function WizardFrame({ step, preview, rail, foot, acts, children }: WizardFrameProps) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const file = preview?.fileId;
  const tabs = [
    { id: "file", words: t("steps.file"), href: PATH },
    ...(file === undefined
      ? []
      : [
          { id: "columns", words: t("steps.columns"), href: hrefOf(PATH, { file }) },
          { id: "trial", words: t("steps.trial"), href: hrefOf(PATH, { file, step: "trial" }) },
        ]),
  ];
  return (
    <Panes
      head={
        <PageHead
          title={t(`titles.${step}`)}
          crumbs={[{ words: t("imports"), href: "/imports" }, { words: t("newImport") }]}
          acts={acts}
        />
      }
      tabs={
        <Tabs
          label={t("steps.label")}
          current={step}
          tabs={tabs}
          {...(preview === undefined
            ? {}
            : {
                aside: t("fileFacts", {
                  name: preview.name,
                  lines: format.count(preview.lineCount),
                  columns: preview.columns.length,
                }),
              })}
        />
      }
      {...(rail === undefined ? {} : { rail })}
      {...(foot === undefined ? {} : { foot })}
    >
      {children}
    </Panes>
  );
}
