import type { OpportunityRow } from "@tongzhou/contract/opportunities";
import { ClockAlert, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Pill } from "../../ui/signs/Marks.tsx";
import { attentionOf } from "./attention-of.ts";

/** What needs a look: stood too long, or past its expected close. */
export function useAttention(row: OpportunityRow): { words: string; tone: "soon" | "over" } | undefined {
  const { t } = useTranslation("opportunities");
  const format = useFormat();
  const attention = attentionOf(row, format.isoDay(format.now), format.now);
  if (attention === undefined) return undefined;
  if (attention.kind === "overdue") return { words: t("overdue", { count: attention.days }), tone: "over" };
  return { words: t("stuck", { count: attention.days, usually: attention.usually }), tone: "soon" };
}

/** The same beside a name or on a card: a line, or a pill. Draws nothing when all is well. */
export function AttentionSign({ row, pill = false }: { row: OpportunityRow; pill?: boolean }) {
  const attention = useAttention(row);
  if (attention === undefined) return null;
  const { words, tone } = attention;
  if (pill) return <Pill tone={tone}>{words}</Pill>;
  return (
    <span className={`row g4 ${tone === "over" ? "red" : "amber"}`}>
      <Icon of={tone === "over" ? TriangleAlert : ClockAlert} size={14} />
      <span className="ell">{words}</span>
    </span>
  );
}
