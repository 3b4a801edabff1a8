import type { LongOperation } from "@tongzhou/contract/jobs";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import { Pill } from "../../ui/signs/Marks.tsx";
import { usePeople } from "../people/index.ts";
import { useJobWords } from "./useJobWords.ts";
import { WorkActs } from "./WorkActs.tsx";
import styles from "./WorkRow.module.css";

const UNDER_WAY: ReadonlySet<LongOperation["state"]> = new Set(["queued", "running", "stopping", "paused"]);

/** One long operation: what it is, who began it, how far it is, and what can be done with it. */
export function WorkRow({ work }: { work: LongOperation }) {
  const { t } = useTranslation("jobs");
  const format = useFormat();
  const words = useJobWords();
  const { nameOf } = usePeople();
  const { id, kind, done, total, counts, undone } = work;
  const who = work.personId === undefined ? t("theHouse") : (nameOf(work.personId) ?? t("somebody"));
  const figures = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => t("countOf", { what: words.count(name), count: format.count(count) }));
  const progress =
    total === undefined
      ? t("doneSoFar", { done: format.count(done) })
      : t("doneOf", { done: format.count(done), total: format.count(total) });
  return (
    <li className={styles.work}>
      <div className={styles.head}>
        <Anchor className="link" href={hrefOfWork(work)}>
          <b>{words.task(kind)}</b>
        </Anchor>
        {undone ? <Pill>{t("undone")}</Pill> : <State state={work.state} />}
        <span className={styles.acts}>
          <WorkActs work={work} />
        </span>
      </div>
      {UNDER_WAY.has(work.state) && total !== undefined ? (
        <Meter share={total === 0 ? 0 : done / total} label={t("progressOf", { what: words.task(kind) })} />
      ) : null}
      <div className="ink2">
        {t("begunBy", { who, when: format.moment(work.queuedAt) })} · {[progress, ...figures].join(t("comma"))}
      </div>
      {work.error === undefined ? null : (
        <div className={`red ${styles.error ?? ""}`} id={`error-${id}`}>
          {work.state === "running" ? t("triesAgain", { error: work.error }) : work.error}
        </div>
      )}
    </li>
  );
}

/** An import has a page of its own, exports have one together; what another one did is read among the changes. */
function hrefOfWork({ id, kind }: LongOperation): string {
  if (kind === "imports.leads") return `/imports/${id}`;
  return kind === "exports.list" ? "/exports" : hrefOf("/settings/changes", { operation: id });
}

function State({ state }: { state: LongOperation["state"] }) {
  const { t } = useTranslation("jobs");
  const words = t(`states.${state}`);
  if (state === "done") return <span className="ink3">{words}</span>;
  if (state === "failed") return <Pill tone="over">{words}</Pill>;
  return <Pill tone={state === "running" ? "accent" : "plain"}>{words}</Pill>;
}
