import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { sayFailure } from "../http/say-failure.ts";

/** Stands where something could not be read: what happened, and the way to try again. */
export function ReadFailure({ failure, onRetry }: { failure: unknown; onRetry?: () => void }) {
  const { t } = useTranslation("shell");
  const { t: ui } = useTranslation("ui");
  const { happened, todo } = sayFailure(t, failure, "read");
  return (
    <ErrorNote
      happened={happened}
      acts={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {ui("tryAgain")}
          </Button>
        )
      }
    >
      {todo}
    </ErrorNote>
  );
}
