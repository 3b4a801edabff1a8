import { routing, type RoutingRuleRow } from "@tongzhou/contract/routing";
import { useTranslation } from "react-i18next";
import { act } from "../../platform/http/call.ts";
import { forget, queryClient, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { placeOf } from "./rule-draft.ts";

/** Every act on the rules answers with all of them, in their new order. */
export function takeRules(rules: readonly RoutingRuleRow[]): void {
  queryClient.setQueryData(reading(routing.list).queryKey, [...rules]);
  void forget(routing.decisions);
}

export interface RuleActs {
  /** Puts a rule where another one stands. */
  put: (movedId: string, overId: string) => Promise<void>;
  /** One place up (-1) or down (1). */
  step: (movedId: string, by: 1 | -1) => Promise<void>;
  turn: (rule: RoutingRuleRow) => Promise<void>;
  remove: (rule: RoutingRuleRow) => Promise<void>;
}

/** What can be done with a rule as a whole; each can be taken back. */
export function useRuleActs(rules: readonly RoutingRuleRow[]): RuleActs {
  const { t } = useTranslation("routing");
  const { t: shell } = useTranslation("shell");
  const nameOf = (ruleId: string): string => rules.find(({ id }) => id === ruleId)?.name ?? "";
  const put = async (movedId: string, overId: string) => {
    const beforeId = placeOf(rules, movedId, overId);
    if (beforeId === undefined) return;
    try {
      const { answer, operationId } = await act(routing.move, { params: { ruleId: movedId }, body: { beforeId } });
      takeRules(answer);
      const place = answer.findIndex(({ id }) => id === movedId) + 1;
      sayActed(t("moved", { name: nameOf(movedId), place }), operationId);
    } catch (failure) {
      sayFailed(sayFailure(shell, failure).happened);
    }
  };
  return {
    put,
    async step(movedId, by) {
      const at = rules.findIndex(({ id }) => id === movedId);
      const over = rules[at + by];
      if (at !== -1 && over !== undefined) await put(movedId, over.id);
    },
    async turn({ id, name, enabled }) {
      try {
        const body = { enabled: { from: enabled, to: !enabled } };
        const { answer, operationId } = await act(routing.edit, { params: { ruleId: id }, body });
        takeRules(answer);
        sayActed(t(enabled ? "turnedOff" : "turnedOn", { name }), operationId);
      } catch (failure) {
        sayFailed(sayFailure(shell, failure).happened);
      }
    },
    async remove({ id, name }) {
      const { answer, operationId } = await act(routing.remove, { params: { ruleId: id } });
      takeRules(answer);
      sayActed(t("removed", { name }), operationId);
    },
  };
}
