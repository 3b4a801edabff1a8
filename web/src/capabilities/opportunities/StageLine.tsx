import type { Opportunity } from "@tongzhou/contract/opportunities";
import { useTranslation } from "react-i18next";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { LifeLine, type LifeStep } from "../../ui/record/LifeLine.tsx";

/** The stages from left to right: when each was entered, where it stands, and when it may be won. */
export function StageLine({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation("opportunities");
  const format = useFormat();
  const { type, stageId, events, outcome, expectedCloseOn, closedAt } = opportunity;
  const at = type.stages.findIndex(({ id }) => id === stageId);
  const enteredAt = (stage: string) => events.findLast(({ toStageId }) => toStageId === stage)?.at;
  const steps = type.stages.map(({ id, name }, index): LifeStep => {
    const entered = enteredAt(id);
    const isNow = index === at && outcome === null;
    return {
      id,
      words: name,
      ...(entered === undefined || index > at
        ? {}
        : { when: isNow ? t("since", { day: format.day(entered) }) : format.day(entered) }),
      state: isNow ? "now" : index <= at ? "done" : "ahead",
    };
  });
  const end: LifeStep =
    outcome === null
      ? {
          id: "end",
          words: t("view.won"),
          state: "ahead",
          ...(expectedCloseOn === null ? {} : { when: t("expected", { day: format.day(noonOf(expectedCloseOn)) }) }),
        }
      : {
          id: "end",
          words: t(`view.${outcome}`),
          state: "now",
          ...(closedAt === null ? {} : { when: format.day(closedAt) }),
        };
  return <LifeLine label={t("stages")} steps={[...steps, end]} />;
}
