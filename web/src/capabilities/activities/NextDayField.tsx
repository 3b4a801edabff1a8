import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Choices } from "../../ui/controls/Choices.tsx";
import { DateField } from "../../ui/fields/DateField.tsx";

const DAY_MS = 86_400_000;
/** Days ahead that are one tap away. */
const AHEAD = { tomorrow: 1, threeDays: 3, week: 7 } as const;
type Ahead = keyof typeof AHEAD;
type Chosen = "none" | Ahead | "other";

/** When to do something again: a tap for the usual days, a calendar for the others. */
export function NextDayField({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const { t } = useTranslation("activities");
  const format = useFormat();
  const [chosen, setChosen] = useState<Chosen>("none");
  const dayIn = (days: number): string => format.isoDay(format.now + days * DAY_MS);
  const choose = (next: Chosen) => {
    setChosen(next);
    if (next === "none") onChange(undefined);
    else onChange(next === "other" ? value : dayIn(AHEAD[next]));
  };
  return (
    <div className="col g8">
      <span className="t13 ink2" aria-hidden>
        {t("nextLabel")}
      </span>
      <Choices
        label={t("nextLabel")}
        value={chosen}
        onChange={choose}
        options={(["none", "tomorrow", "threeDays", "week", "other"] as const).map((each) => ({
          value: each,
          words: t(`ahead.${each}`),
        }))}
      />
      {chosen === "other" ? <DateField label={t("nextDay")} value={value} onChange={onChange} from={dayIn(0)} /> : null}
    </div>
  );
}
