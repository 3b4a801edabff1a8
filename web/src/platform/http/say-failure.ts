import type { TFunction } from "i18next";
import { ProblemError, UnreachableError } from "./problem-error.ts";

/** A failure in words: what happened, what to do, and what to tell an administrator. */
export interface SaidFailure {
  happened: string;
  todo?: string;
  reportId?: string;
}

/**
 * Says a failed call. The server's own sentences come first; it knows what was kept. `t` speaks the namespace `shell`.
 * `attempt` is what was tried: nothing is lost when reading fails.
 */
export function sayFailure(t: TFunction<"shell">, failure: unknown, attempt: "write" | "read" = "write"): SaidFailure {
  if (failure instanceof ProblemError) {
    const { title, detail, reportId } = failure.problem;
    return {
      happened: title,
      ...(detail === undefined ? {} : { todo: detail }),
      ...(reportId === undefined ? {} : { reportId }),
    };
  }
  if (failure instanceof UnreachableError) {
    return attempt === "write"
      ? { happened: t("notSaved"), todo: t("notSavedTodo") }
      : { happened: t("unreachable"), todo: t("unreachableTodo") };
  }
  return { happened: t("notUnderstood"), todo: t("notUnderstoodTodo") };
}
