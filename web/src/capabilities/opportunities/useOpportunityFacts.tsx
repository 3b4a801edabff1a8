import { opportunities, type Opportunity } from "@tongzhou/contract/opportunities";
import { timeline } from "@tongzhou/contract/timeline";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { amountKind } from "../../platform/record/amount-kind.ts";
import {
  choiceKind,
  dayKind,
  editableFact,
  longKind,
  textKind,
  type FactKind,
} from "../../platform/record/editable-fact.tsx";
import { useChange } from "../../platform/record/use-change.ts";
import type { Fact } from "../../ui/record/fact-types.ts";
import { useProductLines } from "../products/index.ts";

const STALE = [
  opportunities.show,
  opportunities.list,
  opportunities.board,
  opportunities.boardColumn,
  opportunities.checkMove,
  timeline.read,
];

export type OpportunityField = "name" | "amount" | "expectedCloseOn" | "nextStep" | "nextStepOn" | "productLineId";

/** The facts of an opportunity by their field; what the next stage asks for says so. */
export function useOpportunityFacts(opportunity: Opportunity): Record<OpportunityField, Fact> {
  const { t } = useTranslation("opportunities");
  const { t: ofFormat } = useTranslation("format");
  const format = useFormat();
  const lines = useProductLines();
  const { change, when, nobody } = useChange(opportunities.edit, { opportunityId: opportunity.id }, STALE);
  const asked = new Set(opportunity.next?.missing.map(({ what }) => what));
  const mayEdit = opportunity.mayEdit && opportunity.outcome === null;
  const fact = <V,>(field: OpportunityField, value: V | null, kind: FactKind<V>, show: (value: V) => ReactNode) =>
    editableFact<V>({
      id: field,
      label: t(`field.${field}`),
      value,
      show,
      kind,
      when,
      nobody,
      notUnderstood: ofFormat("noAmount"),
      ...(asked.has(field) ? { missing: t("notYet") } : {}),
      save: mayEdit
        ? (from, to) => change(t("changed", { field: t(`field.${field}`) }), { [field]: { from, to } })
        : undefined,
    });
  const day = (value: string) => format.day(noonOf(value));
  const asIs = (value: string) => value;
  return {
    name: fact("name", opportunity.name, textKind, asIs),
    amount: fact("amount", opportunity.amount ?? null, amountKind(opportunity.currency), (amount) =>
      format.exactMoney(amount, opportunity.currency),
    ),
    expectedCloseOn: fact("expectedCloseOn", opportunity.expectedCloseOn, dayKind, day),
    nextStep: fact("nextStep", opportunity.nextStep, longKind, asIs),
    nextStepOn: fact("nextStepOn", opportunity.nextStepOn, dayKind, day),
    productLineId: fact("productLineId", opportunity.productLineId, choiceKind(lines.options, true), (id) =>
      id === opportunity.productLineId ? opportunity.productLineName : lines.nameOf(id),
    ),
  };
}
