import type { MergeField, MergePreview, MergeSide } from "@tongzhou/contract/identity";
import { useTranslation } from "react-i18next";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import styles from "./PairConsequences.module.css";
import { useMergeWords } from "./useMergeWords.ts";

export interface PairConsequencesProps {
  preview: MergePreview;
  chosen: Readonly<Partial<Record<MergeField, MergeSide>>>;
}

/** What merging would do, and how it is taken back, before the button. */
export function PairConsequences({ preview, chosen }: PairConsequencesProps) {
  const { t } = useTranslation("identity");
  const words = useMergeWords("contact");
  const side = preview.choices.some(({ field, side: rule }) => field === "name" && (chosen.name ?? rule) === "merged")
    ? preview.merged
    : preview.survivor;
  return (
    <div className={styles.after}>
      <div>
        <SectionHead title={t("afterMerge")} />
        <ul className={styles.points}>
          <li>{t("goesOnAs", { name: side.name ?? t("nameless") })}</li>
          {preview.moves.length === 0 ? null : <li>{t("moves", { what: words.moving(preview.moves) })}</li>}
          {preview.meetingLeads === 0 ? null : <li>{t("meetingLeads", { count: preview.meetingLeads })}</li>}
        </ul>
      </div>
      <div>
        <SectionHead title={t("ifWrong")} />
        <ul className={styles.points}>
          <li>{t("apartAnyTime")}</li>
          <li>{t("whereUndo")}</li>
        </ul>
      </div>
    </div>
  );
}
