import { useQuery } from "@tanstack/react-query";
import { ATTRIBUTION_MODELS, FUNNEL_READINGS } from "@tongzhou/contract/attribution-model";
import { FUNNEL_DIMENSIONS } from "@tongzhou/contract/insights";
import { teams } from "@tongzhou/contract/people-teams";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { reading } from "../../platform/http/queries.ts";
import { DateRangeField, type Day } from "../../ui/fields/DateField.tsx";
import { useProductLines } from "../products/index.ts";
import { ChoiceMenu } from "./ChoiceMenu.tsx";
import styles from "./Insights.module.css";
import { PERIODS, type Period, type PeriodName } from "./period.ts";
import type { InsightsState } from "./useInsightsState.ts";

const ALL = "all";
const OWN = "own";
const UNKNOWN = "unknown";

/** Period, reading, line, team, split and model: what the page counts. */
export function InsightsControls({ state }: { state: InsightsState }) {
  const { t } = useTranslation("insights");
  const { url, change } = state;
  const lines = useProductLines();
  const everyTeam = useQuery(reading(teams.list)).data ?? [];
  const any = { value: ALL, words: t("all") };
  const unknown = { value: UNKNOWN, words: t("unknown") };
  const chosen = (value: string) => (value === ALL ? undefined : value);
  return (
    <div className={styles.controls}>
      <PeriodMenu state={state} />
      <ChoiceMenu
        label={t("reading")}
        value={url.reading}
        onChange={(next) => change({ reading: next })}
        options={FUNNEL_READINGS.map((value) => ({ value, words: t(`readings.${value}`) }))}
      />
      <ChoiceMenu
        label={t("line")}
        value={url.line ?? ALL}
        onChange={(next) => change({ line: chosen(next) })}
        options={[any, ...lines.options, unknown]}
      />
      <ChoiceMenu
        label={t("team")}
        value={url.team ?? ALL}
        onChange={(next) => change({ team: chosen(next) })}
        options={[any, ...everyTeam.map(({ id, name }) => ({ value: id, words: name })), unknown]}
      />
      <ChoiceMenu
        label={t("by")}
        value={url.by}
        onChange={(next) => change({ by: next })}
        options={FUNNEL_DIMENSIONS.map((value) => ({ value, words: t(`dimension.${value}`) }))}
      />
      <ChoiceMenu
        label={t("model")}
        value={url.model}
        onChange={(next) => change({ model: next })}
        options={ATTRIBUTION_MODELS.map((value) => ({ value, words: t(`models.${value}`) }))}
      />
    </div>
  );
}

function PeriodMenu({ state }: { state: InsightsState }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { url, period, change } = state;
  const [asking, setAsking] = useState(false);
  const isOwn = url.from !== undefined && url.to !== undefined;
  const own = isOwn ? `${format.day(noonOf(period.from))} – ${format.day(noonOf(period.to))}` : t("periods.own");
  const choose = (next: PeriodName | typeof OWN) => {
    if (next === OWN) setAsking(true);
    else change({ period: next, from: undefined, to: undefined });
  };
  return (
    <>
      <ChoiceMenu<PeriodName | typeof OWN>
        label={t("period")}
        value={isOwn ? OWN : url.period}
        onChange={choose}
        options={[...PERIODS.map((value) => ({ value, words: t(`periods.${value}`) })), { value: OWN, words: own }]}
      />
      {asking ? (
        <OwnPeriod
          period={period}
          onClose={() => setAsking(false)}
          onChoose={({ from, to }) => {
            change({ from, to });
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

function OwnPeriod(props: { period: Period; onChoose: (period: Period) => void; onClose: () => void }) {
  const { period, onChoose, onClose } = props;
  const { t } = useTranslation("insights");
  const [days, setDays] = useState<[Day, Day] | undefined>([period.from, period.to]);
  return (
    <FormDialog
      title={t("periods.own")}
      act={t("show")}
      onClose={onClose}
      onSubmit={() => days !== undefined && onChoose({ from: days[0], to: days[1] })}
      whyOff={days === undefined ? t("daysMissing") : undefined}
    >
      <DateRangeField label={t("period")} value={days} onChange={setDays} />
    </FormDialog>
  );
}
