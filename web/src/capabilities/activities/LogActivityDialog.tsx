import {
  activities,
  OUTCOMES_OF_KIND,
  type ActivityChannel,
  type ActivityKind,
  type ActivityObject,
  type ActivityOutcome,
} from "@tongzhou/contract/activities";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { queryClient } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import { Choices } from "../../ui/controls/Choices.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { NextDayField } from "./NextDayField.tsx";
import type { LoggedRecord } from "./useLoggedRecord.ts";

/** What people call it; a message is known by its channel. */
const WAYS = ["call", "wechat", "visit", "meeting", "email", "note"] as const;
type Way = (typeof WAYS)[number];

const isChannel = (way: Way): way is ActivityChannel => way === "wechat" || way === "email";
const kindOf = (way: Way): ActivityKind => (isChannel(way) ? "message" : way);
const EFFECTIVE: readonly (ActivityOutcome | null)[] = ["reached", "held", "replied"];

export interface LogActivityDialogProps {
  object: ActivityObject;
  recordId: string;
  record: LoggedRecord;
  onClose: () => void;
}

/** One line: how, with which outcome, what was said, what comes next. */
export function LogActivityDialog({ object, recordId, record, onClose }: LogActivityDialogProps) {
  const { t } = useTranslation("activities");
  const format = useFormat();
  const log = useAct(activities.log);
  const [way, setWay] = useState<Way>("call");
  const [outcome, setOutcome] = useState<ActivityOutcome | null>(null);
  const [text, setText] = useState("");
  const [contactId, setContactId] = useState<string>();
  const [nextOn, setNextOn] = useState<string>();
  const [nextStep, setNextStep] = useState("");
  const [isTaking, setTaking] = useState(true);
  const kind = kindOf(way);
  const outcomes: readonly ActivityOutcome[] = OUTCOMES_OF_KIND[kind];
  const said = text.trim() === "" ? null : text.trim();
  const takes = record.waits && isTaking && EFFECTIVE.includes(outcome);
  const whyOff =
    outcomes.length > 0 && outcome === null
      ? t("outcomeMissing")
      : outcomes.length === 0 && said === null
        ? t("textMissing")
        : undefined;
  const submit = () =>
    log.mutate(
      {
        body: {
          object,
          recordId,
          contactId: contactId ?? null,
          kind,
          channel: isChannel(way) ? way : null,
          outcome,
          text: said,
          at: null,
          nextOn: nextOn ?? null,
          nextStep: nextOn === undefined || nextStep.trim() === "" ? null : nextStep.trim(),
          accept: takes,
        },
      },
      {
        onSuccess: ({ operationId }) => {
          void queryClient.invalidateQueries();
          const next = nextOn === undefined ? "" : t("loggedNext", { day: format.day(nextOn) });
          sayActed(t(takes ? "loggedAndTaken" : "logged", { way: t(`way.${way}`), next }), operationId);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("log")}
      act={t("save")}
      onClose={onClose}
      onSubmit={submit}
      busy={log.isPending}
      failure={log.error}
      whyOff={whyOff}
      width={560}
    >
      <Choices
        label={t("how")}
        value={way}
        onChange={(chosen) => {
          setWay(chosen);
          setOutcome(null);
        }}
        options={WAYS.map((value) => ({ value, words: t(`way.${value}`) }))}
      />
      {outcomes.length === 0 ? null : (
        <Choices
          label={t("outcomeLabel")}
          value={outcome ?? undefined}
          onChange={setOutcome}
          options={outcomes.map((value) => ({ value, words: t(`outcome.${value}`) }))}
        />
      )}
      {record.people.length > 1 ? (
        <SelectField
          label={t("withWhom")}
          value={contactId}
          onChange={setContactId}
          clearable
          options={record.people.map(({ id, name }) => ({ value: id, words: name ?? t("nameless") }))}
        />
      ) : null}
      <LongTextField label={t("text")} value={text} onChange={setText} maxLength={2000} />
      <NextDayField value={nextOn} onChange={setNextOn} />
      {nextOn === undefined ? null : (
        <TextField label={t("nextStep")} value={nextStep} onChange={setNextStep} maxLength={200} />
      )}
      {record.waits && EFFECTIVE.includes(outcome) ? (
        <Checkbox checked={isTaking} onChange={setTaking}>
          {t("acceptToo")}
        </Checkbox>
      ) : null}
    </FormDialog>
  );
}
