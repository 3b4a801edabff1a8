import { useQuery } from "@tanstack/react-query";
import { audit } from "@tongzhou/contract/audit";
import { Lock, Send, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { act } from "../../platform/http/call.ts";
import { queryClient, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import styles from "./UndoPanel.module.css";
import { useAuditWords } from "./useAuditWords.ts";

/** What undoing an operation would do now: what goes back, what stays, what has left the house; and the way to do it. */
export function UndoPanel({ operationId, onUndone }: { operationId: string; onUndone?: () => void }) {
  const { t } = useTranslation("audit");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  const words = useAuditWords();
  const [isAsking, setAsking] = useState(false);
  const read = useQuery({ ...reading(audit.previewUndo, { params: { operationId } }), retry: false });
  if (read.isError) {
    const said = sayFailure(shell, read.error, "read");
    return (
      <section>
        <SectionHead title={t("ifUndone")} />
        <p className="t13 ink2">{said.happened}</p>
        <p className="t12 ink3">{said.todo}</p>
      </section>
    );
  }
  if (read.data === undefined) return <SkeletonRows rows={4} height={28} />;
  const preview = read.data;
  const undo = async () => {
    const { operationId: undoId } = await act(audit.undo, { params: { operationId } });
    await queryClient.invalidateQueries();
    sayActed(t("wasUndone", { count: preview.goesBack }), undoId);
    onUndone?.();
  };
  const lines = preview.tables.flatMap(({ table, removed, restored, putBack }) => [
    ...(removed > 0
      ? [{ id: `${table}-removed`, words: t("removes", { what: words.object(table) }), count: removed }]
      : []),
    ...(restored > 0
      ? [{ id: `${table}-restored`, words: t("restores", { what: words.object(table) }), count: restored }]
      : []),
    ...(putBack > 0
      ? [{ id: `${table}-back`, words: t("putsBack", { what: words.object(table) }), count: putBack }]
      : []),
  ]);
  return (
    <section className="col g12">
      <SectionHead title={t("ifUndone")} note={t("canBeRedone")} />
      <div>
        <h3 className={styles.head}>
          <Icon of={Undo2} /> {t("goesBack")} <span className="ink3 n">{format.count(preview.goesBack)}</span>
        </h3>
        <Lines lines={lines} />
      </div>
      {preview.stays === 0 ? null : (
        <div>
          <h3 className={`${styles.head ?? ""} amber`}>
            <Icon of={Lock} /> {t("stays")} <span className="n">{format.count(preview.stays)}</span>
          </h3>
          <ul className={styles.lines}>
            {preview.staying.slice(0, SHOWN).map((each, at) => (
              <li key={at}>
                <span className="grow">
                  <b>{each.record.title ?? words.object(each.record.object)}</b>{" "}
                  {each.column === undefined ? null : <span className="ink3">{words.column(each.column)} </span>}
                  {t(`stayReasons.${each.reason}`)}
                  {(each.changedBy?.actor.name ?? null) === null ? null : (
                    <span className="ink3">
                      {" "}
                      {each.changedBy?.actor.name}{" "}
                      {each.changedBy === undefined ? null : format.moment(each.changedBy.at)}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {preview.staying.length > SHOWN ? (
            <p className="t12 ink3">{t("andMore", { count: preview.stays - SHOWN })}</p>
          ) : null}
          {preview.stayingOutside > 0 ? (
            <p className="t12 ink3">{t("outside", { count: preview.stayingOutside })}</p>
          ) : null}
        </div>
      )}
      {preview.leftTheHouse.length === 0 ? null : (
        <div>
          <h3 className={styles.head}>
            <Icon of={Send} /> {t("leftTheHouse")}
          </h3>
          <Lines
            lines={preview.leftTheHouse.map(({ what, count }) => ({ id: what, words: words.left(what), count }))}
          />
        </div>
      )}
      <div>
        <Button
          look="danger"
          icon={Undo2}
          whyOff={preview.mayUndo ? undefined : t("mayNot")}
          onClick={() => setAsking(true)}
        >
          {t("undoPlaces", { count: preview.goesBack })}
        </Button>
      </div>
      {isAsking ? (
        <ConfirmConsequence
          title={t("undoAsk", { count: preview.goesBack })}
          keep={t("leaveIt")}
          act={t("undoPlaces", { count: preview.goesBack })}
          onAct={undo}
          onClose={() => setAsking(false)}
          sayFailure={(failure) => sayFailure(shell, failure)}
        >
          {t("undoMeans", { count: preview.stays })}
        </ConfirmConsequence>
      ) : null}
    </section>
  );
}

const SHOWN = 8;

function Lines({ lines }: { lines: readonly { id: string; words: string; count: number }[] }) {
  const format = useFormat();
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.id}>
          <span className="grow">{line.words}</span>
          <b>{format.count(line.count)}</b>
        </li>
      ))}
    </ul>
  );
}
