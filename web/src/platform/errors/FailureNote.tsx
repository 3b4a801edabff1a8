import { useTranslation } from "react-i18next";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { sayFailure } from "../http/say-failure.ts";

/** Says why an act did not happen; draws nothing while there is no failure. */
export function FailureNote({ failure }: { failure: unknown }) {
  const { t } = useTranslation("shell");
  if (failure === null || failure === undefined) return null;
  const { happened, todo, reportId } = sayFailure(t, failure);
  return (
    <ErrorNote happened={happened} {...(reportId === undefined ? {} : { reportId: t("reportId", { id: reportId }) })}>
      {todo}
    </ErrorNote>
  );
}
