import { CAMPAIGN_TYPES, campaigns, type Campaign } from "@tongzhou/contract/campaigns";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { amountKind } from "../../platform/record/amount-kind.ts";
import {
  choiceKind,
  dayKind,
  editableFact,
  longKind,
  textKind,
  wholeKind,
  type FactKind,
} from "../../platform/record/editable-fact.tsx";
import { useChange } from "../../platform/record/use-change.ts";
import type { Fact } from "../../ui/record/fact-types.ts";
import { usePeople } from "../people/index.ts";
import { useProductLines } from "../products/index.ts";
import { useChannelKind } from "./useChannelKind.ts";

const FIELDS = [
  "name",
  "type",
  "productLineId",
  "ownerId",
  "channel",
  "startsOn",
  "endsOn",
  "budgetAmount",
  "goal",
  "goalLeads",
  "callToAction",
  "nextStep",
  "nextStepOwnerId",
  "nextStepDays",
] as const;
export type CampaignField = (typeof FIELDS)[number];

/** The facts of a campaign by their field; what starting demands says that it is missing. */
export function useCampaignFacts(campaign: Campaign): Record<CampaignField, Fact> {
  const { t } = useTranslation("campaigns");
  const { t: shell } = useTranslation("format");
  const format = useFormat();
  const people = usePeople();
  const lines = useProductLines();
  const { change, when, nobody } = useChange(campaigns.edit, { campaignId: campaign.id }, [
    campaigns.show,
    campaigns.list,
    campaigns.count,
  ]);
  const codes = useCodeWords();
  const person = choiceKind(people.options, true);
  const channel = useChannelKind();
  const day = (value: string) => format.day(noonOf(value));
  const name = (id: string) => people.nameOf(id) ?? "…";
  const fact = <V,>(field: CampaignField, value: V | null, kind: FactKind<V>, show: (value: V) => React.ReactNode) =>
    editableFact<V>({
      id: field,
      label: t(`field.${field}`),
      value,
      show,
      kind,
      when,
      nobody,
      notUnderstood: shell(field === "budgetAmount" ? "noAmount" : "noNumber"),
      ...((campaign.missing as readonly string[]).includes(field) ? { missing: t(`ask.${field}`) } : {}),
      save: campaign.mayEdit
        ? (from, to) => change(t("changed", { field: t(`field.${field}`) }), { [field]: { from, to } })
        : undefined,
    });
  const asIs = (value: string) => value;
  const types = CAMPAIGN_TYPES.map((value) => ({ value, words: t(`type.${value}`) }));
  return {
    name: fact("name", campaign.name, textKind, asIs),
    type: fact("type", campaign.type as string, choiceKind(types, false), (value) => t(`type.${value}`)),
    productLineId: fact("productLineId", campaign.productLineId, choiceKind(lines.options, true), (id) =>
      id === campaign.productLineId ? campaign.productLineName : lines.nameOf(id),
    ),
    ownerId: fact("ownerId", campaign.ownerId, person, name),
    channel: fact("channel", campaign.channel, channel, (code) => codes.name("channel", code)),
    startsOn: fact("startsOn", campaign.startsOn, dayKind, day),
    endsOn: fact("endsOn", campaign.endsOn, dayKind, day),
    budgetAmount: fact("budgetAmount", campaign.budgetAmount, amountKind(campaign.currency), (amount) =>
      format.exactMoney(amount, campaign.currency),
    ),
    goal: fact("goal", campaign.goal, longKind, asIs),
    goalLeads: fact("goalLeads", campaign.goalLeads, wholeKind, (count) => format.count(count)),
    callToAction: fact("callToAction", campaign.callToAction, longKind, asIs),
    nextStep: fact("nextStep", campaign.nextStep, longKind, asIs),
    nextStepOwnerId: fact("nextStepOwnerId", campaign.nextStepOwnerId, person, name),
    nextStepDays: fact("nextStepDays", campaign.nextStepDays, wholeKind, (days) => t("withinDays", { count: days })),
  };
}
