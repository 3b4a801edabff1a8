import { useQuery } from "@tanstack/react-query";
import { imports, type ImportFile } from "@tongzhou/contract/imports";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import styles from "./SheetChoice.module.css";

/** Which sheet of a workbook is imported. Of one that shows a single sheet nobody is asked. */
export function SheetChoice({ workbookId }: { workbookId: string }) {
  const read = useQuery({
    ...reading(imports.sheets, { params: { fileId: workbookId } }),
    refetchOnWindowFocus: false,
  });
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <SkeletonRows rows={3} />;
  return <Sheets workbook={read.data} />;
}

function Sheets({ workbook }: { workbook: ImportFile }) {
  const { t } = useTranslation("imports");
  const navigate = useNavigateTo();
  const open = useAct(imports.openSheet);
  const choose = (sheet: number) =>
    open.mutate(
      { params: { fileId: workbook.fileId }, body: { sheet } },
      {
        onSuccess: ({ answer }) => navigate.go(hrefOf("/imports/new", { file: answer.fileId })),
        onError: () => (asked.current = true),
      },
    );
  const shown = workbook.sheets.flatMap(({ hidden }, at) => (hidden ? [] : [at]));
  const [only, ...others] = shown;
  const asked = useRef(false);
  useEffect(() => {
    if (only === undefined || others.length > 0 || asked.current) return;
    asked.current = true;
    choose(only);
  });
  const opening = open.isPending ? workbook.sheets[open.variables.body.sheet] : undefined;
  return (
    <section className="col g12" style={{ maxWidth: "720px" }}>
      <SectionHead
        title={t("chooseSheet")}
        note={t("chooseSheetMeans", { name: workbook.name, count: workbook.sheets.length })}
      />
      <ul className={styles.sheets} aria-label={t("chooseSheet")}>
        {workbook.sheets.map(({ name, hidden }, at) => (
          <li key={at} className={styles.sheet}>
            <Button
              busy={open.isPending && open.variables.body.sheet === at}
              whyOff={
                opening !== undefined && opening !== workbook.sheets[at]
                  ? t("readingSheet", { sheet: opening.name })
                  : undefined
              }
              onClick={() => choose(at)}
            >
              {name}
            </Button>
            {hidden ? <span className="t12 ink3">{t("sheetHidden")}</span> : null}
          </li>
        ))}
      </ul>
      <p className="t13 ink2" aria-live="polite">
        {opening === undefined ? null : t("readingSheet", { sheet: opening.name })}
      </p>
      <FailureNote failure={open.error} />
      <div>
        <Button look="quiet" href="/imports/new">
          {t("otherFile")}
        </Button>
      </div>
    </section>
  );
}
