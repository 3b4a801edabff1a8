import { useInfiniteQuery } from "@tanstack/react-query";
import { dropDeadJob, listDeadJobs, readJobOverview, retryDeadJob, type DeadJob } from "@tongzhou/contract/jobs";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { act } from "../../platform/http/call.ts";
import { forget, readingPages } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayDone, sayFailed } from "../../ui/feedback/toast.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { LOOK_AGAIN_MS } from "./look-again.ts";
import { useJobWords } from "./useJobWords.ts";
import styles from "./WorkRow.module.css";

/** Jobs that failed as often as they may: why, and trying again or giving up. */
export function DeadJobs() {
  const { t } = useTranslation("jobs");
  const { t: shell } = useTranslation("shell");
  const words = useJobWords();
  const [giving, setGiving] = useState<DeadJob>();
  const read = useInfiniteQuery({ ...readingPages(listDeadJobs, { query: {} }), refetchInterval: LOOK_AGAIN_MS });
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? [];
  const drop = async (job: DeadJob) => {
    await act(dropDeadJob, { params: { id: job.id } });
    await forget(listDeadJobs, readJobOverview);
    sayDone(t("gaveUp", { what: words.task(job.task) }));
  };
  return (
    <section>
      <SectionHead title={t("dead")} {...(rows.length === 0 ? {} : { note: t("deadMean") })} />
      {read.isError && rows.length === 0 ? (
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {read.isPending ? <SkeletonRows rows={1} height={72} /> : null}
      {read.isSuccess && rows.length === 0 ? <Empty title={t("noneDead")}>{t("noneDeadWhy")}</Empty> : null}
      <ul className="list">
        {rows.map((job) => (
          <DeadRow key={job.id} job={job} onGiveUp={() => setGiving(job)} />
        ))}
      </ul>
      {read.hasNextPage ? (
        <Button size="small" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t("earlier")}
        </Button>
      ) : null}
      {giving === undefined ? null : (
        <ConfirmConsequence
          title={t("giveUpOf", { what: words.task(giving.task) })}
          keep={t("keepDead")}
          act={t("giveUp")}
          onAct={() => drop(giving)}
          onClose={() => setGiving(undefined)}
          sayFailure={(failure) => sayFailure(shell, failure)}
        >
          {t("giveUpMeans")}
        </ConfirmConsequence>
      )}
    </section>
  );
}

function DeadRow({ job, onGiveUp }: { job: DeadJob; onGiveUp: () => void }) {
  const { t } = useTranslation("jobs");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  const words = useJobWords();
  const mayEdit = useMay("job", "edit");
  const retry = useAct(retryDeadJob);
  const what = words.task(job.task);
  const tryAgain = () =>
    retry.mutate(
      { params: { id: job.id } },
      {
        onSuccess: () => {
          void forget(listDeadJobs, readJobOverview);
          sayDone(t("triedAgain", { what }));
        },
        onError: (failure) => sayFailed(sayFailure(shell, failure).happened),
      },
    );
  return (
    <li className={styles.work}>
      <div className={styles.head}>
        <b>{what}</b>
        {job.event === undefined ? null : <span className="ink3">{t("becauseOf", { event: job.event })}</span>}
        {mayEdit ? (
          <span className={styles.acts}>
            <Button size="small" icon={RotateCw} busy={retry.isPending} onClick={tryAgain}>
              {t("tryAgain")}
            </Button>
            <Button size="small" look="quiet" onClick={onGiveUp}>
              {t("giveUp")}
            </Button>
          </span>
        ) : null}
      </div>
      <ErrorText text={job.error} />
      <div className="ink3">{t("failedTimes", { count: job.attempts, when: format.moment(job.failedAt) })}</div>
    </li>
  );
}

const LONG_ERROR = 200;

/** The first line says what happened; the rest is for whoever repairs it. */
function ErrorText({ text }: { text: string }) {
  const { t } = useTranslation("jobs");
  const [isWhole, setWhole] = useState(false);
  const first = text.split("\n", 1)[0] ?? "";
  const short = first.length > LONG_ERROR ? `${first.slice(0, LONG_ERROR)}…` : first;
  return (
    <div className={`red ${styles.error ?? ""}`}>
      {isWhole ? text : short}{" "}
      {isWhole || short === text.trimEnd() ? null : (
        <button type="button" className="link t12" onClick={() => setWhole(true)}>
          {t("wholeError")}
        </button>
      )}
    </div>
  );
}
