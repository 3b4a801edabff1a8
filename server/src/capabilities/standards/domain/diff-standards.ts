import { ENGAGEMENT_GRADES, FIT_GRADES, GRADE_CELLS } from "@tongzhou/contract/lead-standard";
import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import type { Sentence } from "@tongzhou/contract/sentence";
import { changes, diffEntries } from "./diff-entries.ts";

/**
 * What a version changes against another, as sentences: cells painted otherwise, borders moved, rules, questions, times,
 * reasons and limits that came, went or differ. Two equal standards differ in nothing; the order of entries is not a
 * difference.
 */
export function diffStandards(before: LeadStandard, after: LeadStandard): Sentence[] {
  return [
    ...matrixDifferences(before, after),
    ...diffEntries("fit_rule", before.fitRules, after.fitRules, ({ id }) => id),
    ...diffEntries("engagement_rule", before.engagementRules, after.engagementRules, ({ id }) => id),
    ...questionDifferences(before, after),
    ...responseDifferences(before, after),
    ...diffEntries("reject_reason", before.rejectReasons, after.rejectReasons, ({ code }) => code),
    ...changes("recycle", {}, before.recycle, after.recycle),
  ];
}

function matrixDifferences(before: LeadStandard, after: LeadStandard): Sentence[] {
  const cells = GRADE_CELLS.flatMap((cell) => {
    const [from, to] = [before.matrix[cell] ?? null, after.matrix[cell] ?? null];
    return from === to ? [] : [{ code: "diff.cell_painted", params: { cell, from, to } }];
  });
  const borders = [
    ...FIT_GRADES.filter((grade) => grade !== "D").map((grade) => ({
      grade,
      from: before.fitBorders[grade],
      to: after.fitBorders[grade],
    })),
    ...ENGAGEMENT_GRADES.filter((grade) => grade !== 4).map((grade) => ({
      grade,
      from: before.engagementBorders[grade],
      to: after.engagementBorders[grade],
    })),
  ];
  const moved = borders.filter(({ from, to }) => from !== to);
  return [...cells, ...moved.map((params) => ({ code: "diff.border_moved", params }))];
}

function questionDifferences(before: LeadStandard, after: LeadStandard): Sentence[] {
  const lines = productLines(before.questionSets, after.questionSets);
  return lines.flatMap((productLineId) => {
    const [old, young] = [before, after].map(({ questionSets }) => of(questionSets, productLineId));
    const params = { productLineId };
    if (old === undefined) return [{ code: "diff.question_set_added", params }];
    if (young === undefined) return [{ code: "diff.question_set_removed", params }];
    return [
      ...changes("question_set", params, { passAt: old.passAt }, { passAt: young.passAt }),
      ...diffEntries("question", old.questions, young.questions, ({ id }) => id, params),
    ];
  });
}

function responseDifferences(before: LeadStandard, after: LeadStandard): Sentence[] {
  return productLines(before.responseTimes, after.responseTimes).flatMap((productLineId) =>
    GRADE_CELLS.flatMap((cell) => {
      const [old, young] = [before, after].map(({ responseTimes }) => of(responseTimes, productLineId)?.cells[cell]);
      return changes("response_time", { productLineId, cell }, old ?? {}, young ?? {});
    }),
  );
}

type ForProductLine = { readonly productLineId: string | null };

const of = <Entry extends ForProductLine>(entries: readonly Entry[], productLineId: string | null) =>
  entries.find((entry) => entry.productLineId === productLineId);

const productLines = (before: readonly ForProductLine[], after: readonly ForProductLine[]): (string | null)[] => [
  ...new Set([...before, ...after].map(({ productLineId }) => productLineId)),
];
