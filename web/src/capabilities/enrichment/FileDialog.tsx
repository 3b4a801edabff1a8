import { useQuery, keepPreviousData } from "@tanstack/react-query";
import {
  enrichment,
  type EnrichmentSource,
  type MappedReferenceColumn,
  type ReferencePreview,
} from "@tongzhou/contract/enrichment";
import type { FileReading } from "@tongzhou/contract/import-settings";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { FileChoice } from "./FileChoice.tsx";
import { ReadingChoice } from "./ReadingChoice.tsx";
import { ReferenceColumns } from "./ReferenceColumns.tsx";

export interface FileDialogProps {
  /** Brings a newer version of this one instead of adding one. */
  source?: EnrichmentSource;
  onClose: () => void;
}

const WIDTH_PX = 860;
const FINDS = new Set(["name", "shortName", "creditCode"]);

/** A file, what it is called, and what its columns are: proposed, changed by hand, with its first lines as they will be read. */
export function FileDialog({ source, onClose }: FileDialogProps) {
  const { t } = useTranslation("enrichment");
  const [fileId, setFileId] = useState<string>();
  const [asRead, setAsRead] = useState<FileReading>({});
  const [name, setName] = useState("");
  const [fillsNew, setFillsNew] = useState(true);
  const [chosen, setChosen] = useState<readonly MappedReferenceColumn[]>();
  const preview = useQuery({
    ...reading(enrichment.previewFile, {
      body: { fileId: fileId ?? "", reading: asRead, ...(chosen === undefined ? {} : { columns: [...chosen] }) },
    }),
    enabled: fileId !== undefined,
    placeholderData: keepPreviousData,
  });
  const add = useAct(enrichment.addSource);
  const replace = useAct(enrichment.addVersion);
  const columns = chosen ?? mappedOf(preview.data);
  const title = name.trim() === "" ? (preview.data?.name.replace(/\.\w+$/, "") ?? "") : name.trim();
  const done = (operationId: string | undefined) => {
    void forget(enrichment.sources, enrichment.files);
    sayActed(t("fileBeingRead", { name: source?.name ?? title }), operationId);
    onClose();
  };
  const submit = () => {
    if (fileId === undefined) return;
    const order = { fileId, reading: asRead, columns: [...columns] };
    if (source === undefined)
      add.mutate({ body: { ...order, name: title, fillsNew } }, { onSuccess: ({ operationId }) => done(operationId) });
    else
      replace.mutate(
        { params: { sourceId: source.id }, body: order },
        { onSuccess: ({ operationId }) => done(operationId) },
      );
  };
  const finds = columns.some(({ target }) => FINDS.has(target));
  return (
    <FormDialog
      title={source === undefined ? t("addFile") : t("newVersionOf", { name: source.name })}
      act={t(source === undefined ? "add" : "replace")}
      width={WIDTH_PX}
      onClose={onClose}
      onSubmit={submit}
      busy={add.isPending || replace.isPending}
      failure={add.error ?? replace.error}
      whyOff={fileId === undefined ? t("chooseFileFirst") : finds ? undefined : t("mapNameFirst")}
    >
      <p className="t13 ink2">{t(source === undefined ? "addFileMeans" : "newVersionMeans")}</p>
      <FileChoice
        chosen={preview.data?.name}
        onFile={(id) => {
          setFileId(id);
          setChosen(undefined);
          setAsRead({});
        }}
      />
      {fileId !== undefined && preview.isPending ? <SkeletonRows rows={4} /> : null}
      {preview.isError ? <FailureNote failure={preview.error} /> : null}
      {preview.data === undefined || fileId === undefined ? null : (
        <>
          {source === undefined ? (
            <>
              <TextField
                label={t("sourceName")}
                hint={t("sourceNameHint")}
                value={name}
                placeholder={title}
                maxLength={100}
                onChange={setName}
              />
              <Checkbox checked={fillsNew} onChange={setFillsNew}>
                {t("fillsNew")}
              </Checkbox>
            </>
          ) : null}
          <ReadingChoice value={asRead} onChange={setAsRead} />
          <ReferenceColumns preview={preview.data} columns={columns} onChange={setChosen} />
        </>
      )}
    </FormDialog>
  );
}

const mappedOf = (preview: ReferencePreview | undefined): MappedReferenceColumn[] =>
  (preview?.columns ?? []).flatMap(({ column, target }) => (target === null ? [] : [{ column, target }]));
