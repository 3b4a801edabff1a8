import { matching, type MatchingState } from "@tongzhou/contract/matching";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";

const UNDER_WAY = new Set(["queued", "running", "stopping", "paused"]);

/** When all contacts were compared last, how far it is now, and the acts. */
export function MatchingRun({ state: { last, run } }: { state: MatchingState }) {
  const { t } = useTranslation("identity");
  const format = useFormat();
  const begin = useAct(matching.begin);
  const stop = useAct(matching.stop);
  const again = { onSettled: () => void forget(matching.show) };
  const goesOn = run !== null && UNDER_WAY.has(run.state);
  const beginning = (
    <Button look="solid" busy={begin.isPending} onClick={() => begin.mutate({}, again)}>
      {t("matching.begin")}
    </Button>
  );
  return (
    <section>
      <SectionHead title={t("matching.all")} />
      {goesOn ? (
        <div className="col g8">
          <span>
            {run.state === "running"
              ? t("matching.doneOf", { done: format.count(run.done), total: format.count(run.total ?? run.done) })
              : t(`matching.states.${run.state as "queued" | "stopping" | "paused"}`)}
          </span>
          <Meter share={run.total ? run.done / run.total : 0} label={t("matching.progress")} />
          <div className="row g8">
            <Button
              busy={stop.isPending}
              whyOff={run.state === "stopping" ? t("matching.states.stopping") : undefined}
              onClick={() => stop.mutate({ params: { runId: run.id } }, again)}
            >
              {t("matching.stop")}
            </Button>
          </div>
        </div>
      ) : last === null ? (
        <Empty title={t("matching.never")} act={beginning}>
          {t("matching.neverWhy")}
        </Empty>
      ) : (
        <div className="col g8">
          {run?.state === "failed" ? <span className="red">{t("matching.states.failed")}</span> : null}
          {run?.state === "stopped" ? <span className="ink2">{t("matching.states.stopped")}</span> : null}
          <span>
            {t("matching.last", {
              when: format.moment(last.at),
              contacts: format.count(last.contacts),
              compared: format.count(last.compared),
            })}
          </span>
          <span className="t13 ink3">{t("matching.everyNight")}</span>
          <div className="row g8">{beginning}</div>
        </div>
      )}
      <FailureNote failure={begin.error ?? stop.error} />
    </section>
  );
}
