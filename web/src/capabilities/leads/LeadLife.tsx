import type { Lead } from "@tongzhou/contract/leads";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { LifeLine } from "../../ui/record/LifeLine.tsx";
import { leadSteps } from "./lead-steps.ts";

/** Where a lead stands on its way, and since when. */
export function LeadLife({ lead }: { lead: Lead }) {
  const { t } = useTranslation("leads");
  const format = useFormat();
  const steps = leadSteps(lead).map(({ name, at, state }) => ({
    id: name,
    words: t(`step.${name}`),
    state,
    ...(at === undefined ? {} : { when: state === "now" ? format.moment(at) : format.day(at) }),
  }));
  return <LifeLine label={t("lifeLine")} steps={steps} />;
}
