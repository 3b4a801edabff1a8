import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { QualificationQuestion, QuestionSet } from "@tongzhou/contract/lead-standard";
import { error, namingProblems, productLineProblems, warning } from "./naming-problems.ts";

const FULL_WEIGHT = 100;

/** What is wrong with the question sets; there must be one for product lines that have none of their own. */
export function questionProblems(sets: readonly QuestionSet[]): DraftProblem[] {
  const problems = productLineProblems(sets, "/questionSets");
  if (!sets.some(({ productLineId }) => productLineId === null))
    problems.push(error("/questionSets", "general_set_missing"));
  return [...problems, ...sets.flatMap((set, index) => setProblems(set, `/questionSets/${index}`))];
}

function setProblems({ questions, passAt }: QuestionSet, path: string): DraftProblem[] {
  const weight = questions.reduce((sum, question) => sum + question.weight, 0);
  const problems = namingProblems(questions, "id", `${path}/questions`);
  if (questions.length === 0) problems.push(error(`${path}/questions`, "questions_missing"));
  else if (weight !== FULL_WEIGHT)
    problems.push(warning(`${path}/questions`, "weights_not_hundred", { sum: weight, wanted: FULL_WEIGHT }));
  if (passAt > weight) problems.push(error(`${path}/passAt`, "pass_out_of_reach", { passAt, best: weight }));
  if (passAt < 1) problems.push(error(`${path}/passAt`, "pass_too_low", { passAt, minimum: 1 }));
  return [...problems, ...questions.flatMap((question, index) => oneProblems(question, `${path}/questions/${index}`))];
}

function oneProblems({ options, weight }: QualificationQuestion, path: string): DraftProblem[] {
  const problems = namingProblems(options, "id", `${path}/options`);
  if (weight < 1) problems.push(error(`${path}/weight`, "weight_too_low", { weight, minimum: 1 }));
  if (options.length < 2) problems.push(error(`${path}/options`, "options_missing", { minimum: 2 }));
  const best = options.reduce((most, { points }) => Math.max(most, points), 0);
  if (options.length > 0 && best < weight)
    problems.push(warning(`${path}/options`, "weight_out_of_reach", { best, weight }));
  options.forEach(({ points }, index) => {
    if (points < 0 || points > weight)
      problems.push(error(`${path}/options/${index}/points`, "points_out_of_range", { points, maximum: weight }));
  });
  return problems;
}
