import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AmountField } from "../../platform/fields/AmountField.tsx";
import { DateField, type Day } from "../../ui/fields/DateField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";

/** What is asked when an opportunity begins, however it begins. */
export interface Opening {
  name: string;
  amount: number | undefined;
  expectedCloseOn: Day | undefined;
  nextStep: string;
  nextStepOn: Day | undefined;
}

export interface OpeningForm {
  opening: Opening;
  change: (next: Partial<Opening>) => void;
  isWrong: boolean;
  /** As the contract takes it. */
  body: {
    name?: string;
    amount: number | null;
    expectedCloseOn: string | null;
    nextStep: string | null;
    nextStepOn: string | null;
  };
}

/** The beginning of an opportunity while it is typed. */
export function useOpening(name = ""): OpeningForm {
  const [opening, setOpening] = useState<Opening>({
    name,
    amount: undefined,
    expectedCloseOn: undefined,
    nextStep: "",
    nextStepOn: undefined,
  });
  const { amount, expectedCloseOn, nextStep, nextStepOn } = opening;
  return {
    opening,
    change: (next) => setOpening((before) => ({ ...before, ...next })),
    isWrong: Number.isNaN(amount) || (amount !== undefined && amount < 0),
    body: {
      ...(opening.name.trim() === "" ? {} : { name: opening.name.trim() }),
      amount: amount ?? null,
      expectedCloseOn: expectedCloseOn ?? null,
      nextStep: nextStep.trim() === "" ? null : nextStep.trim(),
      nextStepOn: nextStepOn ?? null,
    },
  };
}

/** Its fields; all of them may stay empty. */
export function OpportunityFields({ form }: { form: OpeningForm }) {
  const { t } = useTranslation("opportunities");
  const { opening, change } = form;
  return (
    <>
      <TextField
        label={t("field.name")}
        hint={t("nameHint")}
        value={opening.name}
        maxLength={200}
        onChange={(name) => change({ name })}
      />
      <AmountField label={t("field.amount")} value={opening.amount} onChange={(amount) => change({ amount })} />
      <DateField
        label={t("field.expectedCloseOn")}
        value={opening.expectedCloseOn}
        onChange={(expectedCloseOn) => change({ expectedCloseOn })}
      />
      <TextField
        label={t("field.nextStep")}
        value={opening.nextStep}
        maxLength={2000}
        onChange={(nextStep) => change({ nextStep })}
      />
      <DateField
        label={t("field.nextStepOn")}
        value={opening.nextStepOn}
        onChange={(nextStepOn) => change({ nextStepOn })}
      />
    </>
  );
}
