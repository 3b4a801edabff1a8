import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { useExternal } from "../../ui/hooks/external-value.ts";
import { sayDone, sayFailed } from "../../ui/feedback/toast.ts";
import { ProblemError, UnreachableError } from "../http/problem-error.ts";
import { sayFailure } from "../http/say-failure.ts";
import { connection } from "../offline/connection.ts";
import styles from "./PageFailure.module.css";
import { reportId, reportText } from "./report-id.ts";

export interface PageFailureProps {
  error: unknown;
  /** Draws the page again. */
  onRetry: () => void;
}

/** Stands where a page could not be drawn. A defect of ours gets an id that an administrator can be told. */
export function PageFailure({ error, onRetry }: PageFailureProps) {
  const { t } = useTranslation("shell");
  const [id] = useState(reportId);
  useRetryWhenBack(error, onRetry);
  const isExpected = error instanceof UnreachableError || error instanceof ProblemError;
  const said = isExpected
    ? sayFailure(t, error, "read")
    : { happened: t("pageBroke"), todo: t("pageBrokeTodo"), reportId: id };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reportText(id, error));
      sayDone(t("reportCopied"));
    } catch {
      sayFailed(t("reportNotCopied", { id }));
    }
  };
  return (
    <div className={styles.failure}>
      <ErrorNote
        happened={said.happened}
        {...(said.reportId === undefined ? {} : { reportId: t("reportId", { id: said.reportId }) })}
        acts={
          <>
            <Button size="small" onClick={onRetry}>
              {t("openAgain")}
            </Button>
            {isExpected ? null : (
              <Button size="small" look="quiet" onClick={() => void copy()}>
                {t("copyReport")}
              </Button>
            )}
          </>
        }
      >
        {said.todo}
      </ErrorNote>
    </div>
  );
}

/** What could not be reached goes on by itself when it can be. */
function useRetryWhenBack(error: unknown, onRetry: () => void) {
  const { reachable } = useExternal(connection);
  const wasAway = useRef(false);
  useEffect(() => {
    if (!(error instanceof UnreachableError)) return;
    if (reachable && wasAway.current) onRetry();
    wasAway.current = !reachable;
  }, [error, reachable, onRetry]);
}
