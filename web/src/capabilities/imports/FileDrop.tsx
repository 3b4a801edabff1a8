import { imports, MAX_IMPORT_BYTES } from "@tongzhou/contract/imports";
import { FileUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { sendFile } from "../../platform/http/send-file.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { Meter } from "../../ui/signs/Meter.tsx";
import styles from "./FileDrop.module.css";

const ACCEPTED =
  ".csv,.txt,.tsv,.xlsx,.xlsm,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Takes a file: chosen, or dropped anywhere on the page. */
export function FileDrop() {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const navigate = useNavigateTo();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; share: number }>();
  const [failure, setFailure] = useState<unknown>();
  const [tooBig, setTooBig] = useState(false);
  const send = async (file: File | undefined) => {
    if (file === undefined || sending !== undefined) return;
    setFailure(undefined);
    setTooBig(file.size > MAX_IMPORT_BYTES);
    if (file.size > MAX_IMPORT_BYTES) return;
    setSending({ name: file.name, share: 0 });
    try {
      const stored = await sendFile(imports.upload, { query: { name: file.name } }, file, (share) =>
        setSending({ name: file.name, share }),
      );
      const opened = stored.sheets.length === 0 ? { file: stored.fileId } : { workbook: stored.fileId };
      navigate.go(hrefOf("/imports/new", opened));
    } catch (caught) {
      setFailure(caught);
      setSending(undefined);
    }
  };
  const isOver = useFileDrop((file) => void send(file));
  return (
    <div className="col g16" style={{ maxWidth: "720px" }}>
      <section aria-label={t("dropHere")} className={cx(styles.drop, isOver && styles.over)}>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          className="unseen"
          aria-label={t("chooseFile")}
          tabIndex={-1}
          onChange={(event) => {
            void send(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
        {sending === undefined ? (
          <>
            <b className="t14">{t("dropHere")}</b>
            <p className="t13 ink2">{t("dropMeans")}</p>
            <Button look="solid" icon={FileUp} onClick={() => input.current?.click()}>
              {t("chooseFile")}
            </Button>
          </>
        ) : (
          <div className="col g8" style={{ width: "320px", maxWidth: "100%" }}>
            <b className="t14 ell">{sending.name}</b>
            <Meter share={sending.share} look="bar" label={t("sending")} />
            <span className="t12 ink3" aria-live="polite">
              {t("sending")} {format.percent(sending.share)}
            </span>
          </div>
        )}
      </section>
      {tooBig ? <ErrorNote happened={t("tooBig")}>{t("tooBigTodo")}</ErrorNote> : null}
      <FailureNote failure={failure} />
      <p className="t13 ink2">{t("promise")}</p>
    </div>
  );
}

/** Hears files that are dropped on the page; tells whether one hangs over it. */
function useFileDrop(onFile: (file: File | undefined) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      latest.current(event.dataTransfer?.files[0]);
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);
  return isOver;
}
