import type { ImportRow } from "@tongzhou/contract/imports";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Pill } from "../../ui/signs/Marks.tsx";

/** How far an import is, in a word. */
export function ImportState({ row }: { row: Pick<ImportRow, "state" | "undone" | "done" | "total"> }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  if (row.undone) return <Pill>{t("undone")}</Pill>;
  if (row.state === "done") return <span className="ink2">{t("states.done")}</span>;
  if (row.state === "failed") return <Pill tone="over">{t("states.failed")}</Pill>;
  const share = row.total === 0 ? 0 : row.done / row.total;
  return (
    <Pill tone="accent">
      {t(`states.${row.state}`)} {format.percent(share)}
    </Pill>
  );
}
