import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Strip } from "../../ui/feedback/Strip.tsx";
import type { AnyMergePreview, MergedObject } from "./merged-record.ts";
import { useMergeWords } from "./useMergeWords.ts";

/** What moves, what meets, and what speaks against the two being one. */
export function MergeConsequences({ object, preview }: { object: MergedObject; preview: AnyMergePreview }) {
  const { t } = useTranslation("identity");
  const words = useMergeWords(object);
  const { moves, meetingLeads = 0, survivor, merged } = preview;
  const codes = "creditCode" in survivor && "creditCode" in merged ? [survivor.creditCode, merged.creditCode] : [];
  const names = { survivor: survivor.name, merged: merged.name };
  return (
    <div className="col g8">
      {preview.survivorStandsBelow === true ? (
        <Strip icon={TriangleAlert}>{t("account.standsBelow", names)}</Strip>
      ) : null}
      {preview.creditCodesDiffer === true ? (
        <Strip icon={TriangleAlert}>{t("account.codesDiffer", { one: codes[0], other: codes[1] })}</Strip>
      ) : null}
      <div className="col g4 t13 ink2">
        {moves.length === 0 ? null : <p>{t("moves", { what: words.moving(moves) })}</p>}
        {meetingLeads === 0 ? null : <p>{t("meetingLeads", { count: meetingLeads })}</p>}
        {preview.mergedStandsBelow === true ? <p>{t("account.mergedBelow", names)}</p> : null}
        {object === "account" ? <p>{t("account.ownersStay")}</p> : null}
        <p>{t("anyTime")}</p>
      </div>
    </div>
  );
}
