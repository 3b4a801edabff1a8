import { imports, MAX_IMPORT_BYTES, type ImportFile } from "@tongzhou/contract/imports";
import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { call } from "../../platform/http/call.ts";
import { sendFile } from "../../platform/http/send-file.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";

const ACCEPTED =
  ".csv,.txt,.tsv,.xlsx,.xlsm,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface FileChoiceProps {
  /** The name of the file that was chosen before. */
  chosen: string | undefined;
  onFile: (fileId: string) => void;
}

/** Takes a CSV file, or a sheet of a workbook; of one that shows a single sheet nobody is asked. */
export function FileChoice({ chosen, onFile }: FileChoiceProps) {
  const { t } = useTranslation("enrichment");
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; share: number }>();
  const [workbook, setWorkbook] = useState<ImportFile>();
  const [failure, setFailure] = useState<unknown>();
  const [tooBig, setTooBig] = useState(false);
  const openSheet = async ({ fileId, name }: ImportFile, sheet: number) => {
    setSending({ name, share: 1 });
    const opened = await call(imports.openSheet, { params: { fileId }, body: { sheet } });
    onFile(opened.fileId);
  };
  const tried = async (run: () => Promise<void>) => {
    setFailure(undefined);
    try {
      await run();
    } catch (caught) {
      setFailure(caught);
    } finally {
      setSending(undefined);
    }
  };
  const send = (file: File | undefined) => {
    if (file === undefined || sending !== undefined) return;
    setTooBig(file.size > MAX_IMPORT_BYTES);
    setWorkbook(undefined);
    if (file.size > MAX_IMPORT_BYTES) return;
    setSending({ name: file.name, share: 0 });
    void tried(async () => {
      const stored = await sendFile(imports.upload, { query: { name: file.name } }, file, (share) =>
        setSending({ name: file.name, share }),
      );
      const shown = stored.sheets.flatMap(({ hidden }, at) => (hidden ? [] : [at]));
      const [only] = shown;
      if (stored.sheets.length === 0) onFile(stored.fileId);
      else if (shown.length === 1 && only !== undefined) await openSheet(stored, only);
      else setWorkbook(stored);
    });
  };
  return (
    <div className="col g8">
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        className="unseen"
        aria-label={t("chooseFile")}
        tabIndex={-1}
        onChange={(event) => {
          send(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      <div className="row g8 wrap">
        <Button icon={FileUp} busy={sending !== undefined} onClick={() => input.current?.click()}>
          {t(chosen === undefined ? "chooseFile" : "otherFile")}
        </Button>
        {chosen === undefined || sending !== undefined ? null : (
          <span className="t13" style={{ overflowWrap: "anywhere", minWidth: 0 }}>
            {chosen}
          </span>
        )}
      </div>
      {sending === undefined ? null : (
        <div className="col g6">
          <Meter share={sending.share} look="bar" label={t("sending", { name: sending.name })} />
          <span className="t12 ink3" aria-live="polite">
            {t("sending", { name: sending.name })} {format.percent(sending.share)}
          </span>
        </div>
      )}
      {workbook === undefined ? null : (
        <SelectField
          label={t("sheet")}
          hint={t("sheetHint")}
          value={undefined}
          options={workbook.sheets.map(({ name }, at) => ({ value: String(at), words: name }))}
          onChange={(at) => {
            if (at !== undefined) void tried(() => openSheet(workbook, Number(at)));
          }}
        />
      )}
      {tooBig ? <ErrorNote happened={t("tooBig")}>{t("tooBigTodo")}</ErrorNote> : null}
      <FailureNote failure={failure} />
    </div>
  );
}
