import type { ReferenceFile } from "@tongzhou/contract/enrichment";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Pill } from "../../ui/signs/Marks.tsx";

/** A version of a reference file: which, how many companies, who brought it when, and how its reading went. */
export function FileLine({ file }: { file: ReferenceFile }) {
  const { t } = useTranslation("enrichment");
  const format = useFormat();
  const { fileName, version, rows, skipped, at, broughtByName, state } = file;
  const parts = [
    t("fileVersion", { name: fileName, version }),
    t("fileRows", { count: rows, amount: format.count(rows) }),
    ...(skipped === 0 ? [] : [t("fileSkipped", { count: skipped, amount: format.count(skipped) })]),
    broughtByName === null ? format.moment(at) : t("fileBrought", { who: broughtByName, when: format.moment(at) }),
  ];
  const isQuiet = state === "current" || state === "older";
  return (
    <p className="t13 ink2 row g8 wrap" style={{ overflowWrap: "anywhere" }}>
      <span>{parts.join(" · ")}</span>
      {isQuiet ? null : <Pill tone={state === "failed" ? "over" : "soon"}>{t(`fileState.${state}`)}</Pill>}
    </p>
  );
}
