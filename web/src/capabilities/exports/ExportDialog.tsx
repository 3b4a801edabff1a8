import { useQuery } from "@tanstack/react-query";
import {
  EXPORT_FORMATS,
  listExports,
  type ExportFormat,
  type ExportObject,
  type ExportPreview,
} from "@tongzhou/contract/exports";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import type { ExportAsked } from "../../platform/lists/list-export.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Choices } from "../../ui/controls/Choices.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Field } from "../../ui/fields/Field.tsx";
import { fetchFile } from "./fetch-file.ts";

export interface ExportDialogProps {
  object: ExportObject;
  asked: ExportAsked;
  onClose: () => void;
}

type Columns = "shown" | "all";

/** What is about to leave, said before it does: how many rows, with which columns, and what is masked among them. */
export function ExportDialog({ object, asked, onClose }: ExportDialogProps) {
  const { t } = useTranslation("exports");
  const format = useFormat();
  const [kind, setKind] = useState<ExportFormat>("xlsx");
  const [columns, setColumns] = useState<Columns>("shown");
  const begin = useAct(listExports.begin);
  const { choice, sort, visible } = asked;
  // Rows come and go: what was counted a minute ago need not hold now.
  const read = useQuery({ ...reading(listExports.preview, { body: { object, choice } }), staleTime: 0 });
  const preview = read.data;
  const offered = preview?.columns ?? [];
  const shown = visible.filter((id) => offered.some((column) => column.id === id));
  const ids = columns === "shown" && shown.length > 0 ? shown : offered.map(({ id }) => id);
  const submit = () =>
    begin.mutate(
      { body: { object, choice, sort, columns: ids, format: kind } },
      {
        onSuccess: ({ answer }) => {
          void forget(listExports.list);
          if (answer.file === "ready") fetchFile(answer.id);
          sayActed(
            answer.file === "ready"
              ? t("exported", { count: answer.rows ?? 0, amount: format.count(answer.rows ?? 0) })
              : t("goesOn"),
            undefined,
            "/exports",
          );
          onClose();
          asked.clear?.();
        },
      },
    );
  return (
    <FormDialog
      title={"ids" in choice ? t("titleChosen", { count: choice.ids.length }) : t(`title.${object}`)}
      act={
        preview === undefined ? t("export") : t("exportSo", { amount: format.estimate(preview.rows, preview.exact) })
      }
      width={480}
      onClose={onClose}
      onSubmit={submit}
      busy={begin.isPending}
      failure={begin.error}
      whyOff={preview === undefined ? t("counting") : preview.rows === 0 ? t("noRows") : undefined}
    >
      <Field label={t("format")}>
        {() => (
          <Choices
            label={t("format")}
            value={kind}
            onChange={setKind}
            options={EXPORT_FORMATS.map((value) => ({
              value,
              words: t(`formats.${value}`),
              meaning: t(`formatMeans.${value}`),
            }))}
          />
        )}
      </Field>
      <Field label={t("columns")}>
        {() => (
          <Choices
            label={t("columns")}
            value={columns}
            onChange={setColumns}
            options={[
              { value: "shown", words: t("columnsShown", { count: shown.length }) },
              { value: "all", words: t("columnsAll", { count: offered.length }) },
            ]}
          />
        )}
      </Field>
      {read.isError ? <FailureNote failure={read.error} /> : null}
      {preview === undefined ? (
        read.isError ? null : (
          <SkeletonRows rows={2} height={20} />
        )
      ) : (
        <Consequences
          preview={preview}
          ids={ids}
          kind={kind}
          chosen={"ids" in choice ? choice.ids.length : undefined}
        />
      )}
    </FormDialog>
  );
}

interface ConsequencesProps {
  preview: ExportPreview;
  ids: readonly string[];
  kind: ExportFormat;
  /** How many rows were chosen one by one. */
  chosen: number | undefined;
}

/** What whoever exports should know before: kept for seven days, masked, marked, in the background, left out. */
function Consequences({ preview, ids, kind, chosen }: ConsequencesProps) {
  const { t } = useTranslation("exports");
  const format = useFormat();
  const { columns, rows, exact, inBackground, sheets, watermark } = preview;
  const masked = columns.filter(({ id, masked: isMasked }) => isMasked && ids.includes(id)).map(({ head }) => head);
  const left = chosen === undefined ? 0 : chosen - rows;
  const lines = [
    ...(left > 0 ? [t("left", { count: left })] : []),
    ...(inBackground ? [t("inBackground", { amount: format.estimate(rows, exact) })] : []),
    ...(kind === "xlsx" && sheets > 1 ? [t("sheets", { count: sheets })] : []),
    ...(masked.length === 0 ? [] : [t("masked", { columns: masked.join(t("and")) })]),
    ...(watermark ? [t("watermark")] : []),
    t("onRecord"),
  ];
  return (
    <ul className="col g6 t13 ink2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
