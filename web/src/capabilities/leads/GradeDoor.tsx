import type { Grade } from "@tongzhou/contract/lead-row";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Popover } from "../../ui/layers/Popover.tsx";
import { GradeChip } from "./GradeChip.tsx";

const GradeWhy = lazy(async () => ({ default: (await import("./GradeWhy.tsx")).GradeWhy }));

export interface GradeDoorProps {
  leadId: string;
  grade: Grade | null;
  size?: "normal" | "big";
  /** A sentence instead of the chip. */
  words?: string;
}

const WIDTH_PX = 470;

/** The grade of a lead; pressing it says why. */
export function GradeDoor({ leadId, grade, size = "normal", words }: GradeDoorProps) {
  const { t } = useTranslation("leads");
  if (grade === null) return null;
  const label = t("whyOpen", { cell: grade.cell });
  return (
    <Popover
      label={label}
      width={WIDTH_PX}
      renderOpener={(opener) => (
        <button type="button" {...opener} aria-label={label} className={words === undefined ? undefined : "link"}>
          {words ?? <GradeChip grade={grade} size={size} />}
        </button>
      )}
    >
      <Suspense fallback={<SkeletonRows rows={6} height={28} />}>
        <GradeWhy leadId={leadId} shown={grade} />
      </Suspense>
    </Popover>
  );
}
