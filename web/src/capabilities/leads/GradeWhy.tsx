import { useQuery } from "@tanstack/react-query";
import { leadScore, type LeadScore } from "@tongzhou/contract/lead-score";
import { ENGAGEMENT_GRADES, FIT_GRADES } from "@tongzhou/contract/lead-standard";
import type { Grade } from "@tongzhou/contract/lead-row";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { isProblem } from "../../platform/http/problem-error.ts";
import { reading } from "../../platform/http/queries.ts";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Why, type WhyGroup, type WhyLine } from "../../ui/layers/Why.tsx";
import { PaintedMatrix } from "../../ui/signs/PaintedMatrix.tsx";
import { refreshLeads } from "./refresh-leads.ts";
import { useCellPaints } from "./useCellPaints.ts";
import { useLeadWords } from "./useLeadWords.ts";

const TENTHS = 10;

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

/** Why a lead has its grade, line by line: the lines add up to the scores, the scores to the cell. */
export function GradeWhy({ leadId, shown }: { leadId: string; shown: Grade }) {
  const { t } = useTranslation("leads");
  const score = useQuery(reading(leadScore.read, { params: { leadId } }));
  useFreshGrade(shown, score.data);
  if (score.isPending) return <SkeletonRows rows={6} height={28} />;
  if (score.isError) {
    return isProblem(score.error, "no_standard_in_force") ? (
      <Empty title={t("noScore")}>{t("noScoreWhy")}</Empty>
    ) : (
      <ReadFailure failure={score.error} onRetry={() => void score.refetch()} />
    );
  }
  return <Breakdown score={score.data} />;
}

/** A touch may arrive after the page was read: the grade beside its breakdown is then read again. */
function useFreshGrade({ cell, fit, engagement }: Grade, score: LeadScore | undefined): void {
  const isOld =
    score !== undefined && (score.cell !== cell || score.fit.points !== fit || score.engagement.tenths !== engagement);
  useEffect(() => {
    if (isOld) void refreshLeads();
  }, [isOld]);
}

function Breakdown({ score }: { score: LeadScore }) {
  const { t } = useTranslation("leads");
  const format = useFormat();
  const { paint } = useCellPaints();
  const { cell, fit, engagement, version } = score;
  const points = engagement.tenths / TENTHS;
  const row = FIT_GRADES.indexOf(fit.grade);
  const column = ENGAGEMENT_GRADES.indexOf(engagement.grade);
  const destination = t(`destination.${score.destination}`);
  return (
    <Why
      title={t("why", { cell })}
      sentence={t("whySentence", { fit: fit.points, engagement: points, version, cell, destination })}
      picture={
        <PaintedMatrix
          label={t("matrixLabel", { cell })}
          rows={FIT_GRADES.map((letter) => ENGAGEMENT_GRADES.map((digit) => paint(`${letter}${digit}`)))}
          current={{ row, column, label: cell }}
        />
      }
      groups={useGroups(score)}
      when={score.judgedAt === null ? t("scoreNow") : t("scoreThen", { when: format.moment(score.judgedAt) })}
    />
  );
}

function useGroups({ fit, engagement }: LeadScore): WhyGroup[] {
  const { t } = useTranslation("leads");
  const words = useLeadWords();
  const sum = (points: number, grade: string | number, border: number | null): string =>
    border === null ? t("sum", { points }) : t("sumOver", { points, grade, border });
  const engaged = engagement.lines.map((line): WhyLine => {
    const latest = line.behind[0];
    const halves = line.halfLifeDays === null ? t("neverDecays") : t("halves", { days: line.halfLifeDays });
    return {
      worth: signed(line.tenths / TENTHS),
      words: (
        <>
          {line.name} <span className="ink3">{t("touchesOf", { count: line.touches })}</span>
          {latest === undefined ? null : <span className="t12 ink3"> {words.touchWhen(latest)}</span>}
        </>
      ),
      note: line.capCut > 0 ? t("capped") : halves,
    };
  });
  return [
    {
      head: t("fitHead", { grade: fit.grade }),
      sum: sum(fit.points, fit.grade, fit.border),
      lines: fit.lines.map(({ points, name }) => ({ worth: signed(points), words: name })),
    },
    {
      head: t("engagementHead", { grade: engagement.grade }),
      sum: sum(engagement.tenths / TENTHS, engagement.grade, engagement.border),
      lines: engaged,
    },
  ];
}
