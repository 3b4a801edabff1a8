import { useQuery } from "@tanstack/react-query";
import { teams } from "@tongzhou/contract/people-teams";
import { routing } from "@tongzhou/contract/routing";
import { ROUTING_METHODS, type RoutingTarget } from "@tongzhou/contract/routing-rule";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { Choices } from "../../ui/controls/Choices.tsx";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { NumberField } from "../../ui/fields/NumberField.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { PersonField } from "../people/index.ts";
import styles from "./RuleEditor.module.css";

const KINDS = ["team", "user", "sdr", "nurture"] as const;
type Kind = (typeof KINDS)[number];

export interface TargetFieldsProps {
  kind: Kind;
  target: RoutingTarget | undefined;
  /** Without a target the choice of a team or a person is still to be made. */
  onChange: (kind: Kind, target: RoutingTarget | undefined) => void;
}

/** To whom: a team and how it shares, one person, or a pool. */
export function TargetFields({ kind, target, onChange }: TargetFieldsProps) {
  const { t } = useTranslation("routing");
  const team = target?.kind === "team" ? target : undefined;
  const all = useQuery(reading(teams.list));
  return (
    <div className="col g12">
      <div className="row wrap">
        <Segmented
          label={t("toWhom")}
          value={kind}
          onChange={(next) => onChange(next, next === "sdr" || next === "nurture" ? { kind: next } : undefined)}
          options={KINDS.map((value) => ({ value, words: t(`targets.${value}`) }))}
        />
      </div>
      {kind === "user" ? (
        <PersonField
          className={styles.narrow ?? ""}
          label={t("whichPerson")}
          value={target?.kind === "user" ? target.personId : undefined}
          onChange={(personId) => onChange("user", personId === undefined ? undefined : { kind: "user", personId })}
        />
      ) : null}
      {kind === "team" ? (
        <>
          <SelectField
            className={styles.narrow ?? ""}
            label={t("whichTeam")}
            options={(all.data ?? []).map(({ id, name }) => ({ value: id, words: name }))}
            value={team?.teamId}
            onChange={(teamId) =>
              onChange(
                "team",
                teamId === undefined
                  ? undefined
                  : { kind: "team", teamId, method: team?.method ?? "round_robin", weights: {} },
              )
            }
          />
          {team === undefined ? null : (
            <Choices
              label={t("how")}
              value={team.method}
              onChange={(method) => onChange("team", { ...team, method })}
              options={ROUTING_METHODS.map((value) => ({
                value,
                words: t(`methods.${value}`),
                meaning: t(`methodMeans.${value}`),
              }))}
            />
          )}
          {team?.method === "weighted" ? <Weights target={team} onChange={(next) => onChange("team", next)} /> : null}
        </>
      ) : null}
      {kind === "sdr" || kind === "nurture" ? <p className="t13 ink2">{t(`poolMeans.${kind}`)}</p> : null}
    </div>
  );
}

type TeamTarget = RoutingTarget & { kind: "team" };

/** A member who is not named has one part; none gets none. */
function Weights({ target, onChange }: { target: TeamTarget; onChange: (target: TeamTarget) => void }) {
  const { t } = useTranslation("routing");
  const members = useQuery(reading(routing.members));
  return (
    <div className={styles.weights}>
      {(members.data ?? []).map(({ personId, personName }) => (
        <NumberField
          key={personId}
          label={personName}
          value={target.weights[personId] ?? 1}
          onChange={(parts) =>
            onChange({ ...target, weights: { ...target.weights, [personId]: Math.min(100, Math.max(0, parts ?? 1)) } })
          }
        />
      ))}
      <p className="t12 ink3">{t("weightsMean")}</p>
    </div>
  );
}
