import { useQuery } from "@tanstack/react-query";
import { routing, type RoutingRuleRow } from "@tongzhou/contract/routing";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { Panes } from "../../ui/list/Panes.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { ConditionGroup, ConditionText, tidied } from "../views/index.ts";
import { changesOf, isChanged, isWhole, type RuleDraft } from "./rule-draft.ts";
import styles from "./RuleEditor.module.css";
import { RuleDecisions } from "./RuleDecisions.tsx";
import { RuleHead } from "./RuleHead.tsx";
import { RuleLimits } from "./RuleLimits.tsx";
import { RuleTrial } from "./RuleTrial.tsx";
import { TargetFields } from "./TargetFields.tsx";
import { takeRules } from "./useRuleActs.ts";
import { useTargetWords } from "./useTargetWords.ts";

const PATH = "/settings/routing";

export interface RuleEditorProps {
  /** Undefined: a new one. */
  rule: RoutingRuleRow | undefined;
  rules: readonly RoutingRuleRow[];
  before: RuleDraft;
  mayEdit: boolean;
  isChosen: boolean;
  head: ReactNode;
  tabs: ReactNode;
  list: ReactNode;
}

/** One rule: which leads, to whom, within which limits; beside it what it would change, below it what it decided. */
export function RuleEditor(props: RuleEditorProps) {
  const { rule, rules, before, mayEdit, isChosen, head, tabs, list } = props;
  const { t } = useTranslation("routing");
  const [draft, setDraft] = useState(before);
  const [kind, setKind] = useState(draft.target?.kind ?? "team");
  const fields = useQuery(reading(routing.fields)).data ?? [];
  const targetWords = useTargetWords();
  const { save, isBusy, failure } = useSaving(rule, before);
  const isDirty = isChanged(before, draft);
  const whyOff =
    draft.name.trim() === "" ? t("nameMissing") : draft.target === undefined ? t("targetMissing") : undefined;
  const giveUp = () => {
    setDraft(before);
    setKind(before.target?.kind ?? "team");
  };
  const foot = (
    <>
      <b className="t13">{rule === undefined ? t("newRule") : t("unsaved")}</b>
      <FailureNote failure={failure} />
      <span className="grow" />
      {rule === undefined ? (
        <Button look="quiet" href={PATH}>
          {t("giveUp")}
        </Button>
      ) : (
        <Button look="quiet" onClick={giveUp}>
          {t("giveUp")}
        </Button>
      )}
      <Button
        look="solid"
        shortcut="mod+s"
        busy={isBusy}
        whyOff={whyOff}
        onClick={() => save({ ...draft, name: draft.name.trim(), conditions: tidied(draft.conditions) })}
      >
        {t("saveForNew")}
      </Button>
    </>
  );
  const isEditable = mayEdit;
  return (
    <Panes
      head={head}
      tabs={tabs}
      list={list}
      isChosen={isChosen}
      rail={mayEdit ? <RuleTrial rules={rules} ruleId={rule?.id} draft={draft} /> : undefined}
      {...(mayEdit && (isDirty || rule === undefined) ? { foot } : {})}
    >
      <RuleHead rule={rule} rules={rules} mayEdit={mayEdit} />
      {isEditable ? (
        <TextField
          className={styles.narrow ?? ""}
          label={t("name")}
          placeholder={t("nameExample")}
          value={draft.name}
          maxLength={120}
          onChange={(name) => setDraft({ ...draft, name })}
        />
      ) : null}
      <section className="col g8">
        <SectionHead title={t("whichLeads")} />
        {rule?.fallback === true ? <p className="t13 ink2">{t("fallbackMeans")}</p> : null}
        {rule?.fallback !== true && isEditable ? (
          <ConditionGroup
            group={draft.conditions}
            fields={fields}
            onChange={(conditions) => setDraft({ ...draft, conditions })}
          />
        ) : null}
        {rule?.fallback !== true && !isEditable ? (
          <p className="t13">
            <ConditionText group={draft.conditions} fields={fields} />
          </p>
        ) : null}
        {rule?.fallback !== true && draft.conditions.rules.length === 0 ? (
          <p className="t13 ink3">{t("everyLead")}</p>
        ) : null}
      </section>
      <section className="col g8">
        <SectionHead title={t("toWhom")} />
        {isEditable ? (
          <TargetFields
            kind={kind}
            target={draft.target}
            onChange={(next, target) => {
              setKind(next);
              setDraft({ ...draft, target });
            }}
          />
        ) : (
          <p className="t13">{draft.target === undefined ? null : targetWords(draft.target)}</p>
        )}
      </section>
      <RuleLimits draft={draft} onChange={isEditable ? setDraft : undefined} />
      {rule === undefined ? null : <RuleDecisions ruleId={rule.id} />}
    </Panes>
  );
}

/** Adding a rule, or sending what was changed of one. */
function useSaving(rule: RoutingRuleRow | undefined, before: RuleDraft) {
  const { t } = useTranslation("routing");
  const navigate = useNavigateTo();
  const create = useAct(routing.create);
  const edit = useAct(routing.edit);
  const save = (draft: RuleDraft) => {
    if (!isWhole(draft)) return;
    if (rule === undefined) {
      create.mutate(
        { body: draft },
        {
          onSuccess: ({ answer, operationId }) => {
            takeRules(answer);
            sayActed(t("added", { name: draft.name }), operationId);
            const made = answer.filter(({ fallback }) => !fallback).at(-1);
            navigate.go(hrefOf(PATH, made === undefined ? {} : { rule: made.id }));
          },
        },
      );
      return;
    }
    if (!isWhole(before)) return;
    edit.mutate(
      { params: { ruleId: rule.id }, body: changesOf(before, draft) },
      {
        onSuccess: ({ answer, operationId }) => {
          takeRules(answer);
          sayActed(t("saved", { name: draft.name }), operationId);
        },
      },
    );
  };
  return { save, isBusy: create.isPending || edit.isPending, failure: create.error ?? edit.error };
}
