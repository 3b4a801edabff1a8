import type { ReadRow, ReadRows } from "@tongzhou/contract/imports";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { FactList } from "../../ui/record/FactList.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import styles from "./Mapping.module.css";
import { useProblemWords } from "./useProblemWords.ts";
import { useReadValue } from "./useReadValue.ts";
import { useTargetName } from "./useTargetName.ts";

/** One row as it will become, the next by j and k; and the rows that surprise. */
export function ReadRowsPanel({ read }: { read: ReadRows | undefined }) {
  const { t } = useTranslation("imports");
  const words = useProblemWords();
  const [at, setAt] = useState(0);
  if (read === undefined) return <SkeletonRows rows={6} height={28} />;
  const row = read.rows[Math.min(at, read.rows.length - 1)];
  const step = (by: number) => setAt(Math.max(0, Math.min(read.rows.length - 1, at + by)));
  return (
    <>
      {row === undefined ? null : (
        <section>
          <SectionHead
            title={t("rowBecomes", { line: row.line })}
            end={
              <>
                <Button
                  look="quiet"
                  size="tiny"
                  icon={ChevronUp}
                  shortcut="k"
                  label={t("rowBefore")}
                  onClick={() => step(-1)}
                />
                <Button
                  look="quiet"
                  size="tiny"
                  icon={ChevronDown}
                  shortcut="j"
                  label={t("rowAfter")}
                  onClick={() => step(1)}
                />
              </>
            }
          />
          <OneRow row={row} />
        </section>
      )}
      {read.surprises.length === 0 ? null : (
        <section>
          <SectionHead title={t("surprises")} />
          <ul className="list t13">
            {read.surprises.map((each) => (
              <li key={each.line} className="row g12 top" style={{ padding: "8px 0" }}>
                <span className="ink3 nw">{t("line", { line: each.line })}</span>
                <span className={cx("grow", styles.broken, each.outcome === "rejected" ? "amber" : "ink2")}>
                  {[...each.problems, ...each.remarks].map((problem) => words(problem)).join(t("semicolon"))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function OneRow({ row }: { row: ReadRow }) {
  const readValue = useReadValue();
  const nameOf = useTargetName();
  const { t } = useTranslation("imports");
  const words = useProblemWords();
  return (
    <>
      <FactList
        title={row.outcome === "rejected" ? <span className="amber">{t("staysOut")}</span> : t("comesIn")}
        labelWidth={80}
        facts={row.values.map(({ target, fieldId, value }, at) => ({
          id: `${target}-${at}`,
          // A number says itself whether it is a mobile.
          label: target === "phone" ? t("kinds.phone") : nameOf(target, fieldId),
          shown: (
            <span className={styles.short} title={value}>
              {readValue(target, value, fieldId)}
            </span>
          ),
        }))}
      />
      {[...row.problems, ...row.remarks].map((problem, at) => (
        <p key={at} className={`t12 amber ${styles.broken}`}>
          {words(problem)}
        </p>
      ))}
    </>
  );
}
