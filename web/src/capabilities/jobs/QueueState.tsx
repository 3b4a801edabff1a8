import { useQuery } from "@tanstack/react-query";
import { readJobOverview } from "@tongzhou/contract/jobs";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { LiveDot } from "../../ui/signs/Marks.tsx";
import { LOOK_AGAIN_MS } from "./look-again.ts";

const SECOND_MS = 1000;
/** Below this nobody waits for long; a worker takes a job within milliseconds. */
const LONG_WAIT_SECONDS = 60;

/** How the queue is doing, in one sentence. */
export function QueueState() {
  const { t } = useTranslation("jobs");
  const format = useFormat();
  const read = useQuery({ ...reading(readJobOverview), refetchInterval: LOOK_AGAIN_MS });
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  const queue = read.data;
  if (queue === undefined) return <p className="t14 ink3">{t("looking")}</p>;
  const busy = { running: format.count(queue.running), waiting: format.count(queue.waiting) };
  return (
    <section className="col g4" aria-live="polite">
      <p className="row g8 t14">
        {queue.processes > 0 ? <LiveDot /> : null}
        <span className={queue.processes > 0 ? "" : "red"}>
          {queue.processes === 0
            ? t("nobodyWorks")
            : queue.running + queue.waiting === 0
              ? t("allDone", { count: queue.processes })
              : t("atWork", { count: queue.processes, ...busy })}
        </span>
      </p>
      {queue.retrying + queue.later === 0 ? null : (
        <p className="t12 ink3">
          {t("laterOnes", { retrying: format.count(queue.retrying), later: format.count(queue.later) })}
        </p>
      )}
      {queue.oldestWaitingSeconds < LONG_WAIT_SECONDS ? null : (
        <p className="t13 amber">
          {t("oldestWaits", { time: format.duration(queue.oldestWaitingSeconds * SECOND_MS) })}
        </p>
      )}
    </section>
  );
}
