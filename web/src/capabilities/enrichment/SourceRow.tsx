import { useQuery } from "@tanstack/react-query";
import { enrichment, type EnrichmentSource } from "@tongzhou/contract/enrichment";
import { FileUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Switch } from "../../ui/controls/Switch.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { Pill } from "../../ui/signs/Marks.tsx";
import { FileLine } from "./FileLine.tsx";
import styles from "./SourceRow.module.css";

export interface SourceRowProps {
  source: EnrichmentSource;
  mayEdit: boolean;
  onNewVersion: () => void;
}

/** One source: what it is, whether it is asked, what came of it, and what went wrong. */
export function SourceRow({ source, mayEdit, onNewVersion }: SourceRowProps) {
  const { t } = useTranslation("enrichment");
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { name, active, health, restsUntil, asked, answered, filledValues, filledAccounts, costs, failures, file } =
    source;
  const { turn, wake } = useSourceActs(source);
  const cost = costs.map(({ minor, currency }) => format.exactMoney(minor, currency)).join(t("comma"));
  return (
    <li className={styles.source}>
      <div className={styles.head}>
        <b className={styles.name}>{name}</b>
        {active ? <Health health={health} /> : <Pill>{t("off")}</Pill>}
        <span className={styles.acts}>
          {mayEdit ? (
            <Button size="small" icon={FileUp} onClick={onNewVersion}>
              {t("newVersion")}
            </Button>
          ) : null}
        </span>
      </div>
      {file === null ? null : <FileLine file={file} />}
      <p className="t13 ink2">
        {t("filledSoFar", {
          values: format.count(filledValues),
          accounts: format.count(filledAccounts),
          asked: format.count(asked),
          answered: format.count(answered),
        })}
        {cost === "" ? t("noCost") : t("costSoFar", { amount: cost })}
      </p>
      {health === "resting" && restsUntil !== null ? (
        <p className="t13 amber row g8 wrap">
          <span>{t("rests", { until: format.clockTime(restsUntil) })}</span>
          {mayEdit ? (
            <Button size="small" onClick={wake}>
              {t("wake")}
            </Button>
          ) : null}
        </p>
      ) : null}
      {failures.length === 0 ? null : <Failures failures={failures} />}
      {mayEdit ? (
        <div className={styles.switches}>
          <Switch on={active} onChange={(on) => turn("active", on)}>
            {t("active")}
          </Switch>
          <Switch on={source.fillsNew} disabled={!active} onChange={(on) => turn("fillsNew", on)}>
            {t("fillsNew")}
          </Switch>
          {file === null || file.version === 1 ? null : (
            <Button look="quiet" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t(isOpen ? "hideVersions" : "showVersions")}
            </Button>
          )}
        </div>
      ) : null}
      {isOpen ? <Versions sourceId={source.id} /> : null}
    </li>
  );
}

function useSourceActs({ id, name, active, fillsNew }: EnrichmentSource) {
  const { t } = useTranslation("enrichment");
  const { t: shell } = useTranslation("shell");
  const edit = useAct(enrichment.editSource);
  const awaken = useAct(enrichment.wakeSource);
  const onError = (failure: Error) => sayFailed(sayFailure(shell, failure).happened);
  const turn = (what: "active" | "fillsNew", on: boolean) => {
    const body = what === "active" ? { active: { from: active, to: on } } : { fillsNew: { from: fillsNew, to: on } };
    edit.mutate(
      { params: { sourceId: id }, body },
      {
        onSuccess({ operationId }) {
          void forget(enrichment.sources);
          sayActed(t(`turned.${what}.${on ? "on" : "off"}`, { name }), operationId);
        },
        onError,
      },
    );
  };
  const wake = () =>
    awaken.mutate(
      { params: { sourceId: id } },
      {
        onSuccess() {
          void forget(enrichment.sources);
          sayActed(t("woken", { name }), undefined);
        },
        onError,
      },
    );
  return { turn, wake };
}

function Health({ health }: Pick<EnrichmentSource, "health">) {
  const { t } = useTranslation("enrichment");
  if (health === "well") return <span className="t12 ink3">{t("health.well")}</span>;
  return <Pill tone={health === "resting" ? "over" : "soon"}>{t(`health.${health}`)}</Pill>;
}

/** The last few failures, folded: one line says how many, and when the last was. */
function Failures({ failures }: Pick<EnrichmentSource, "failures">) {
  const { t } = useTranslation("enrichment");
  const format = useFormat();
  const [last] = failures;
  if (last === undefined) return null;
  return (
    <details className="t13">
      <summary className="ink2">{t("failed", { count: failures.length, when: format.moment(last.at) })}</summary>
      <ul className={styles.failures}>
        {failures.map(({ at, code, detail }, place) => (
          <li key={`${at} ${place}`}>
            <span className="ink3">{format.moment(at)}</span> {t(`failure.${code === "timeout" ? "timeout" : "error"}`)}{" "}
            <span className="ink3">{detail}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Versions({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation("enrichment");
  const read = useQuery(reading(enrichment.files, { params: { sourceId } }));
  if (read.data === undefined) return <SkeletonRows rows={2} />;
  return (
    <ul className={styles.versions} aria-label={t("versions")}>
      {read.data.map((file) => (
        <li key={file.id}>
          <FileLine file={file} />
        </li>
      ))}
    </ul>
  );
}
