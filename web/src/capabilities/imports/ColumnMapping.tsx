import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { imports, type ImportPreview } from "@tongzhou/contract/imports";
import type { FileReading, ImportSettings } from "@tongzhou/contract/import-settings";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { PlainTable } from "../../ui/table/PlainTable.tsx";
import { ImportChoices } from "./ImportChoices.tsx";
import { ColumnsOnPhone } from "./ColumnsOnPhone.tsx";
import type { WizardFrameOf } from "./frame-parts.ts";
import { ProductLineWords } from "./ProductLineWords.tsx";
import { ReadRowsPanel } from "./ReadRowsPanel.tsx";
import { aimOf, type TargetChoice } from "./useTargetChoices.ts";
import { useMappingColumns } from "./useMappingColumns.tsx";

export interface ColumnMappingProps {
  preview: ImportPreview;
  settings: ImportSettings;
  onChange: (settings: ImportSettings) => void;
  onRead: (next: FileReading) => void;
  frame: WizardFrameOf;
}

/** Which column is what: proposed, changed by hand, with the first rows as they will become beside it. */
export function ColumnMapping({ preview, settings, onChange, onRead, frame }: ColumnMappingProps) {
  const { t } = useTranslation("imports");
  const navigate = useNavigateTo();
  const rows = useQuery({
    ...reading(imports.readRows, { params: { fileId: preview.fileId }, body: settings }),
    enabled: settings.columns.length > 0,
    placeholderData: keepPreviousData,
  });
  const setTarget = (column: number, choice: TargetChoice | undefined) => {
    const others = settings.columns.filter((each) => each.column !== column);
    const memberSource = preview.columns[column]?.memberSource ?? "file";
    const mapped =
      choice === undefined ? [] : [{ column, ...aimOf(choice), ...(choice === "memberId" ? { memberSource } : {}) }];
    onChange({ ...settings, columns: [...others, ...mapped].toSorted((a, b) => a.column - b.column) });
  };
  const isPhone = usePhone();
  const columns = useMappingColumns({ preview, settings, rows: rows.data, onTarget: setTarget });
  const left = preview.columns.length - settings.columns.length;
  const isReady = settings.columns.length > 0 && rows.error === null;
  return frame({
    middle: (
      <>
        <ImportChoices preview={preview} settings={settings} onChange={onChange} onRead={onRead} />
        <FailureNote failure={rows.error} />
        <section>
          {isPhone ? (
            <ColumnsOnPhone label={t("titles.columns")} preview={preview} columns={columns} />
          ) : (
            <PlainTable
              label={t("titles.columns")}
              rows={preview.columns}
              rowId={({ column }) => String(column)}
              columns={columns}
            />
          )}
        </section>
        {rows.data === undefined || rows.data.productLines.length === 0 ? null : (
          <ProductLineWords read={rows.data} settings={settings} onChange={onChange} />
        )}
      </>
    ),
    rail: <ReadRowsPanel read={rows.data} />,
    foot: (
      <>
        <span className="t13">
          <b>{t("mapped", { count: settings.columns.length })}</b>
          <span className="ink2"> {t("leftOut", { count: left })}</span>
        </span>
        <span className="grow" />
        <Button
          look="solid"
          icon={ArrowRight}
          shortcut="mod+enter"
          whyOff={isReady ? undefined : t("mapFirst")}
          onClick={() => navigate.go(hrefOf("/imports/new", { file: preview.fileId, step: "trial" }))}
        >
          {t("tryRun")}
        </Button>
      </>
    ),
  });
}
