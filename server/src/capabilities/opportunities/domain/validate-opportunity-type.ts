import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { OpportunityStage, OpportunityType } from "@tongzhou/contract/opportunity-type";

/** More fields than these on one stage is typing, and typing is a tax: the editor warns (R-OPP-2). */
export const FEW_FIELDS = 3;
const MAX_PROBABILITY = 100;

/** Everything wrong with an opportunity type, each by name and with the path of the value. */
export function validateOpportunityType(type: OpportunityType): DraftProblem[] {
  const named = type.name.trim() === "" ? [problem("error", "/name", "name_missing")] : [];
  if (type.weight === "pipeline") return [...named, ...pipelineProblems(type.stages)];
  const staged =
    type.stages.length > 0 ? [problem("error", "/stages", "stages_not_kept", { weight: type.weight })] : [];
  return [...named, ...staged];
}

function pipelineProblems(stages: readonly OpportunityStage[]): DraftProblem[] {
  const problems = stages.flatMap((stage, index) => stageProblems(stage, `/stages/${index}`));
  if (stages.length === 0) problems.push(problem("error", "/stages", "stages_missing"));
  stages.forEach((stage, index) => {
    const before = stages[index - 1];
    if (before !== undefined && stage.probability < before.probability)
      problems.push(
        problem("warning", `/stages/${index}/probability`, "probability_falls", {
          probability: stage.probability,
          before: before.probability,
        }),
      );
  });
  const [first] = stages;
  // An opportunity begins in the first stage by conversion, before anybody could have filled anything in.
  if (first !== undefined && first.requiredFields.length + first.requiredEvidence.length > 0)
    problems.push(problem("warning", "/stages/0", "first_stage_not_asked"));
  return [
    ...problems,
    ...twice(
      stages.map(({ id }) => id),
      (index) => `/stages/${index}/id`,
    ),
  ];
}

function stageProblems(stage: OpportunityStage, path: string): DraftProblem[] {
  const problems = [
    ...fieldProblems(stage.requiredFields, `${path}/requiredFields`),
    ...twice(stage.requiredEvidence, (index) => `${path}/requiredEvidence/${index}`),
  ];
  if (stage.name.trim() === "") problems.push(problem("error", `${path}/name`, "name_missing"));
  if (stage.probability < 0 || stage.probability > MAX_PROBABILITY)
    problems.push(
      problem("error", `${path}/probability`, "probability_out_of_range", {
        probability: stage.probability,
        maximum: MAX_PROBABILITY,
      }),
    );
  if (stage.usualDays !== null && stage.usualDays < 1)
    problems.push(problem("error", `${path}/usualDays`, "days_out_of_range", { days: stage.usualDays, minimum: 1 }));
  return problems;
}

function fieldProblems(fields: readonly string[], path: string): DraftProblem[] {
  const many =
    fields.length > FEW_FIELDS
      ? [problem("warning", path, "many_fields", { count: fields.length, few: FEW_FIELDS })]
      : [];
  return [...many, ...twice(fields, (index) => `${path}/${index}`)];
}

function twice(values: readonly string[], pathOf: (index: number) => string): DraftProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [problem("error", pathOf(index), "used_twice", { value })] : [],
  );
}

const problem = (
  severity: DraftProblem["severity"],
  path: string,
  code: string,
  params: DraftProblem["params"] = {},
): DraftProblem => ({ path, code, severity, params });
