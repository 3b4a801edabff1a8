import type { RoutingRuleRow } from "@tongzhou/contract/routing";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Switch } from "../../ui/controls/Switch.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { useRuleActs } from "./useRuleActs.ts";

export interface RuleHeadProps {
  rule: RoutingRuleRow | undefined;
  rules: readonly RoutingRuleRow[];
  mayEdit: boolean;
}

/** Which rule it is, how its leads did, and what can be done with it as a whole. */
export function RuleHead({ rule, rules, mayEdit }: RuleHeadProps) {
  const { t } = useTranslation("routing");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  const navigate = useNavigateTo();
  const acts = useRuleActs(rules);
  const [isRemoving, setRemoving] = useState(false);
  if (rule === undefined)
    return <SectionHead title={<span className="t16">{t("addRule")}</span>} note={t("newMeans")} />;
  const place = rules.findIndex(({ id }) => id === rule.id) + 1;
  const movable = rules.filter(({ fallback }) => !fallback).length;
  const { fired, accepted, rejected, won } = rule.record;
  const remove = async () => {
    await acts.remove(rule);
    navigate.go("/settings/routing");
  };
  const menu = (
    <Menu
      label={rule.name}
      items={[
        ...(rule.fallback
          ? []
          : [
              {
                id: "up",
                words: t("up"),
                run: () => void acts.step(rule.id, -1),
                ...(place === 1 ? { whyOff: t("isFirst") } : {}),
              },
              {
                id: "down",
                words: t("down"),
                run: () => void acts.step(rule.id, 1),
                ...(place === movable ? { whyOff: t("isLast") } : {}),
              },
            ]),
        { id: "remove", words: t("remove"), danger: true, apart: true, run: () => setRemoving(true) },
      ]}
      renderOpener={(opener) => <Button {...opener} look="quiet" size="small" icon={Ellipsis} label={t("ruleActs")} />}
    />
  );
  return (
    <section className="col g8">
      <SectionHead
        title={<span className="t16">{rule.name}</span>}
        note={rule.fallback ? t("fallback") : t("place", { place })}
        {...(mayEdit
          ? {
              end: (
                <span className="row g8">
                  <Switch on={rule.enabled} onChange={() => void acts.turn(rule)}>
                    {t("inUse")}
                  </Switch>
                  {menu}
                </span>
              ),
            }
          : {})}
      />
      <p className="t13 ink2">
        {t("record", {
          fired: format.count(fired),
          accepted: format.count(accepted),
          rejected: format.count(rejected),
          won: format.count(won),
        })}
      </p>
      {rule.problems.length === 0 ? null : (
        <ErrorNote happened={t("passedOver", { count: rule.problems.length })}>
          {rule.problems.map(({ path, code }) => (
            <div key={`${path}-${code}`}>
              {String(
                t(
                  `problems.${code.replaceAll(".", "_")}` as never,
                  { defaultValue: t("problemOf", { path }) } as never,
                ),
              )}
            </div>
          ))}
        </ErrorNote>
      )}
      {isRemoving ? (
        <ConfirmConsequence
          title={t("removeOf", { name: rule.name })}
          keep={t("keep")}
          act={t("remove")}
          onAct={remove}
          onClose={() => setRemoving(false)}
          sayFailure={(failure) => sayFailure(shell, failure)}
        >
          {t("removeMeans", { count: fired, amount: format.count(fired) })}
        </ConfirmConsequence>
      ) : null}
    </section>
  );
}
