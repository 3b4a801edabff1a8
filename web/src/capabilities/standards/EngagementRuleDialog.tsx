import { EVERYTHING } from "@tongzhou/contract/conditions";
import type { EngagementRule } from "@tongzhou/contract/lead-standard";
import { TOUCH_KINDS, type TouchKind } from "@tongzhou/contract/touch-kinds";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { Field } from "../../ui/fields/Field.tsx";
import { NumberField } from "../../ui/fields/NumberField.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { ConditionGroup, tidied } from "../views/index.ts";
import { useStandardFields } from "./useStandardFields.ts";

const WIDTH_PX = 720;

export interface EngagementRuleDialogProps {
  rule: EngagementRule;
  onClose: () => void;
  onDone: (rule: EngagementRule) => void;
  onRemove?: () => void;
}

/** What a kind of touch is worth, how fast it halves, and how much the rule counts at most. */
export function EngagementRuleDialog({ rule, onClose, onDone, onRemove }: EngagementRuleDialogProps) {
  const { t } = useTranslation("standards");
  const { engagement } = useStandardFields();
  const [now, setNow] = useState(rule);
  const finish = () => {
    const condition = now.condition === null ? null : tidied(now.condition);
    onDone({ ...now, condition: condition === null || condition.rules.length === 0 ? null : condition });
  };
  return (
    <FormDialog
      title={rule.name === "" ? t("addRule") : rule.name}
      act={t("take")}
      width={WIDTH_PX}
      onClose={onClose}
      onSubmit={finish}
      whyOff={now.name.trim() === "" ? t("nameMissing") : undefined}
    >
      <TextField
        label={t("did")}
        placeholder={t("engagementExample")}
        value={now.name}
        maxLength={120}
        onChange={(name) => setNow({ ...now, name })}
      />
      <SelectField<TouchKind>
        label={t("touchKind")}
        placeholder={t("anyTouch")}
        clearable
        options={TOUCH_KINDS.map((value) => ({ value, words: t(`touchKinds.${value}`) }))}
        value={now.touchKind ?? undefined}
        onChange={(touchKind) => setNow({ ...now, touchKind: touchKind ?? null })}
      />
      <Field label={t("condition")}>
        {() => (
          <ConditionGroup
            group={now.condition ?? EVERYTHING}
            fields={engagement}
            onChange={(condition) => setNow({ ...now, condition })}
          />
        )}
      </Field>
      <div className="row g12 top">
        <NumberField
          className="grow"
          label={t("points")}
          value={now.points}
          onChange={(points) => points !== null && setNow({ ...now, points })}
        />
        <NumberField
          className="grow"
          label={t("halfLifeDays")}
          hint={t("halfLifeMeans")}
          value={now.halfLifeDays}
          onChange={(halfLifeDays) => setNow({ ...now, halfLifeDays })}
        />
        <NumberField
          className="grow"
          label={t("cap")}
          hint={t("capMeans")}
          value={now.cap}
          onChange={(cap) => setNow({ ...now, cap })}
        />
      </div>
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
