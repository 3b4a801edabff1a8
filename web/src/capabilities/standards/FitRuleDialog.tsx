import type { FitRule } from "@tongzhou/contract/lead-standard";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { Field } from "../../ui/fields/Field.tsx";
import { NumberField } from "../../ui/fields/NumberField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { ConditionGroup, tidied } from "../views/index.ts";
import { useStandardFields } from "./useStandardFields.ts";

const WIDTH_PX = 720;

export interface FitRuleDialogProps {
  rule: FitRule;
  onClose: () => void;
  onDone: (rule: FitRule) => void;
  onRemove?: () => void;
}

/** One line of the customer profile. */
export function FitRuleDialog({ rule, onClose, onDone, onRemove }: FitRuleDialogProps) {
  const { t } = useTranslation("standards");
  const { fit } = useStandardFields();
  const [now, setNow] = useState(rule);
  return (
    <FormDialog
      title={rule.name === "" ? t("addRule") : rule.name}
      act={t("take")}
      width={WIDTH_PX}
      onClose={onClose}
      onSubmit={() => onDone({ ...now, condition: tidied(now.condition) })}
      whyOff={now.name.trim() === "" ? t("nameMissing") : undefined}
    >
      <TextField
        label={t("what")}
        placeholder={t("fitExample")}
        value={now.name}
        maxLength={120}
        onChange={(name) => setNow({ ...now, name })}
      />
      <Field label={t("condition")}>
        {() => (
          <ConditionGroup group={now.condition} fields={fit} onChange={(condition) => setNow({ ...now, condition })} />
        )}
      </Field>
      <NumberField
        label={t("points")}
        hint={t("pointsMean")}
        value={now.points}
        onChange={(points) => points !== null && setNow({ ...now, points })}
      />
      {onRemove === undefined ? null : (
        <div>
          <Button look="danger" size="small" onClick={onRemove}>
            {t("removeRule")}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
