import {
  listLongOperations,
  pauseLongOperation,
  resumeLongOperation,
  stopLongOperation,
  type LongOperation,
} from "@tongzhou/contract/jobs";
import { Pause, Play, Square } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../platform/http/call.ts";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { useMay, useSession } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { sayDone, sayFailed } from "../../ui/feedback/toast.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { useJobWords } from "./useJobWords.ts";

/** Pausing, going on and stopping, for who began it and who keeps the house. */
export function WorkActs({ work }: { work: LongOperation }) {
  const { t } = useTranslation("jobs");
  const { t: shell } = useTranslation("shell");
  const { person } = useSession();
  const mayAll = useMay("job", "edit");
  const words = useJobWords();
  const [isStopping, setStopping] = useState(false);
  const pause = useAct(pauseLongOperation);
  const resume = useAct(resumeLongOperation);
  const { id, kind, state, undone } = work;
  if (undone || !(mayAll || work.personId === person.id)) return null;
  const params = { params: { id } };
  const after = (said: string) => ({
    onSuccess: () => {
      void forget(listLongOperations);
      sayDone(said);
    },
    onError: (failure: Error) => sayFailed(sayFailure(shell, failure).happened),
  });
  const what = words.task(kind);
  const stop = async () => {
    await act(stopLongOperation, params);
    await forget(listLongOperations);
    sayDone(t("wasStopped", { what }));
  };
  const isRunning = state === "running" || state === "queued";
  return (
    <>
      {isRunning ? (
        <Button
          size="small"
          icon={Pause}
          busy={pause.isPending}
          onClick={() => pause.mutate(params, after(t("wasPaused", { what })))}
        >
          {t("pause")}
        </Button>
      ) : null}
      {state === "paused" || state === "stopped" || state === "failed" ? (
        <Button
          size="small"
          icon={Play}
          busy={resume.isPending}
          onClick={() => resume.mutate(params, after(t("goesOn", { what })))}
        >
          {t("resume")}
        </Button>
      ) : null}
      {isRunning || state === "paused" ? (
        <Button size="small" look="quiet" icon={Square} onClick={() => setStopping(true)}>
          {t("stop")}
        </Button>
      ) : null}
      {isStopping ? (
        <ConfirmConsequence
          title={t("stopOf", { what })}
          keep={t("keepRunning")}
          act={t("stop")}
          onAct={stop}
          onClose={() => setStopping(false)}
          sayFailure={(failure) => sayFailure(shell, failure)}
        >
          {t("stopMeans")}
        </ConfirmConsequence>
      ) : null}
    </>
  );
}
