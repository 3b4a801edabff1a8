import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { Choices } from "../../ui/controls/Choices.tsx";
import { DateField } from "../../ui/fields/DateField.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { useLeadAct } from "./useLeadAct.ts";
import { useLeadWords } from "./useLeadWords.ts";

const DAY_MS = 86_400_000;
/** Days ahead that are one tap away. */
const AHEAD = { week: 7, month: 30, quarter: 90 } as const;
type Ahead = keyof typeof AHEAD | "other";

export interface ParkDialogProps {
  leads: readonly LeadRow[];
  onClose: () => void;
  onDone?: () => void;
}

/** Puts leads into nurture until a day; on that day they are back to be called. */
export function ParkDialog({ leads: chosen, onClose, onDone }: ParkDialogProps) {
  const { t } = useTranslation("leads");
  const words = useLeadWords();
  const format = useFormat();
  const [ahead, setAhead] = useState<Ahead>("month");
  const [day, setDay] = useState<string>();
  const [note, setNote] = useState("");
  const park = useLeadAct(leads.park);
  const first = chosen[0];
  const name = chosen.length === 1 && first !== undefined ? words.name(first) : undefined;
  const dayIn = (days: number): string => format.isoDay(format.now + days * DAY_MS);
  const until = ahead === "other" ? day : dayIn(AHEAD[ahead]);
  const run = () => {
    if (until === undefined) return;
    const when = format.day(noonOf(until));
    park.run(
      { body: { leadIds: chosen.map(({ id }) => id), until: noonOf(until), note: note.trim() === "" ? null : note } },
      (count) => (name === undefined ? t("parkDone", { count, day: when }) : t("parkOneDone", { name, day: when })),
      () => {
        onClose();
        onDone?.();
      },
    );
  };
  return (
    <FormDialog
      title={name === undefined ? t("parkMany", { count: chosen.length }) : t("parkOne", { name })}
      act={t("park")}
      onClose={onClose}
      onSubmit={run}
      busy={park.busy}
      whyOff={until === undefined ? t("parkDayMissing") : undefined}
      width={520}
    >
      <Choices
        label={t("parkUntil")}
        value={ahead}
        onChange={setAhead}
        options={(["week", "month", "quarter", "other"] as const).map((each, at) => ({
          value: each,
          words: t(`parkAhead.${each}`),
          shortcut: String(at + 1),
        }))}
      />
      {ahead === "other" ? (
        <DateField label={t("parkUntil")} value={day} onChange={setDay} from={dayIn(1)} />
      ) : (
        <p className="t13 ink2" aria-live="polite">
          {t("parkEffect", { day: format.day(noonOf(dayIn(AHEAD[ahead]))) })}
        </p>
      )}
      <LongTextField label={t("noteLabel")} hint={t("noteHint")} value={note} onChange={setNote} maxLength={2000} />
    </FormDialog>
  );
}
