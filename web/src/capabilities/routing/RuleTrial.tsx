import { useMutation } from "@tanstack/react-query";
import { routing, type RoutingRuleRow, type RoutingTrial } from "@tongzhou/contract/routing";
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { call } from "../../platform/http/call.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { usePeople } from "../people/index.ts";
import { tidied } from "../views/index.ts";
import { isWhole, rulesWith, type RuleDraft } from "./rule-draft.ts";

const DAYS = 90;
const SHOWN_EXAMPLES = 5;

export interface RuleTrialProps {
  rules: readonly RoutingRuleRow[];
  ruleId: string | undefined;
  draft: RuleDraft;
}

/** What the rules with this draft would have done with the leads of the last days, before it is saved. */
export function RuleTrial({ rules, ruleId, draft }: RuleTrialProps) {
  const { t } = useTranslation("routing");
  const trial = useMutation({
    mutationFn: (asked: RuleDraft) => {
      const whole = { ...asked, conditions: tidied(asked.conditions) };
      if (!isWhole(whole)) throw new Error("a rule without a target was to be tried");
      return call(routing.tryOut, { body: { rules: rulesWith(rules, ruleId, whole), days: DAYS } });
    },
  });
  return (
    <section className="col g12">
      <SectionHead
        title={t("trial")}
        note={t("lastDays")}
        end={
          <Button
            size="small"
            icon={RotateCcw}
            busy={trial.isPending}
            whyOff={isWhole(draft) ? undefined : t("trialNeeds")}
            onClick={() => trial.mutate(draft)}
          >
            {trial.data === undefined ? t("tryOut") : t("tryAgain")}
          </Button>
        }
      />
      {trial.isPending ? <SkeletonRows rows={5} height={32} /> : null}
      <FailureNote failure={trial.error} />
      {trial.data === undefined || trial.isPending ? null : <TrialResult trial={trial.data} />}
      {trial.isIdle ? <p className="t13 ink3">{t("trialMeans")}</p> : null}
    </section>
  );
}

type TrialPerson = RoutingTrial["people"][number];

function TrialResult({ trial }: { trial: RoutingTrial }) {
  const { t } = useTranslation("routing");
  const format = useFormat();
  const { nameOf } = usePeople();
  const whereTo = ({ kind, personId }: RoutingTrial["examples"][number]["present"]): string =>
    kind === "rep" ? (nameOf(personId) ?? t("somebodyGone")) : t(`destinations.${kind}`);
  const columns = useTrialColumns();
  return (
    <div className="col g12" aria-live="polite">
      <p className="t14">
        {trial.changed === 0
          ? t("changesNothing", { leads: format.count(trial.leads) })
          : t("wouldChange", {
              count: trial.changed,
              changed: format.count(trial.changed),
              leads: format.count(trial.leads),
            })}
      </p>
      {trial.nobodyPresent === trial.nobodyTried ? null : (
        <p className="t13 ink2">
          {t("nobodyChanges", { present: format.count(trial.nobodyPresent), tried: format.count(trial.nobodyTried) })}
        </p>
      )}
      {trial.people.length === 0 ? null : (
        <PlainTable label={t("trial")} rows={trial.people} rowId={({ personId }) => personId} columns={columns} />
      )}
      {trial.examples.length === 0 ? null : (
        <ul className="list">
          {trial.examples.slice(0, SHOWN_EXAMPLES).map(({ leadId, present, tried }) => (
            <li key={leadId} className="t13" style={{ padding: "6px 0" }}>
              <Anchor className="link" href={`/leads/${leadId}`}>
                {t("exampleOf", { present: whereTo(present), tried: whereTo(tried) })}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function useTrialColumns(): PlainColumn<TrialPerson>[] {
  const { t } = useTranslation("routing");
  const format = useFormat();
  const { nameOf } = usePeople();
  const signed = (value: number): string =>
    value > 0 ? `+${format.count(value)}` : format.count(value).replace("-", "−");
  return [
    { id: "name", head: t("person"), cell: ({ personId }) => nameOf(personId) ?? t("somebodyGone") },
    { id: "present", head: t("present"), width: 64, align: "end", cell: ({ present }) => format.count(present) },
    { id: "tried", head: t("tried"), width: 64, align: "end", cell: ({ tried }) => <b>{format.count(tried)}</b> },
    {
      id: "difference",
      head: t("difference"),
      width: 56,
      align: "end",
      cell: ({ present, tried }) => (tried === present ? <span className="ink3">0</span> : signed(tried - present)),
    },
  ];
}
