import { REJECT_EFFECTS, type RejectEffect } from "@tongzhou/contract/lead-stages";
import type { RejectReason } from "@tongzhou/contract/lead-standard";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import type { PartProps } from "./part-props.ts";
import styles from "./StandardLines.module.css";

const CODE_LENGTH = 8;

/** Why a rep may give a lead back, and what each reason does with it. */
export function RejectReasons({ content, onChange }: PartProps) {
  const { t } = useTranslation("standards");
  const isOff = onChange === undefined;
  const put = (code: string, change: Partial<RejectReason> | undefined) =>
    onChange?.({
      ...content,
      rejectReasons: content.rejectReasons.flatMap((each) =>
        each.code === code ? (change === undefined ? [] : { ...each, ...change }) : each,
      ),
    });
  const add = () => {
    const code = `own_${crypto.randomUUID().slice(0, CODE_LENGTH)}`;
    const reason: RejectReason = { code, name: "", effect: "triage", wakes: true };
    onChange?.({ ...content, rejectReasons: [...content.rejectReasons, reason] });
  };
  return (
    <section>
      <SectionHead
        title={t("parts.reasons")}
        note={t("reasonsMean")}
        {...(isOff
          ? {}
          : {
              end: (
                <Button size="small" icon={Plus} shortcut="c" onClick={add}>
                  {t("addReason")}
                </Button>
              ),
            })}
      />
      <ul className="list">
        {content.rejectReasons.map((reason) => (
          <li key={reason.code} className={`${styles.line} ${styles.reason}`}>
            <TextField
              className="grow"
              label={t("reasonName")}
              labelUnseen
              placeholder={t("reasonName")}
              disabled={isOff}
              value={reason.name}
              maxLength={120}
              onChange={(name) => put(reason.code, { name })}
            />
            <SelectField<RejectEffect>
              className="grow"
              label={t("effect")}
              labelUnseen
              disabled={isOff}
              options={REJECT_EFFECTS.map((value) => ({ value, words: t(`effects.${value}`) }))}
              value={reason.effect}
              onChange={(effect) => effect !== undefined && put(reason.code, { effect })}
            />
            <Checkbox checked={reason.wakes} disabled={isOff} onChange={(wakes) => put(reason.code, { wakes })}>
              {t("wakes")}
            </Checkbox>
            {isOff ? null : (
              <Button
                look="quiet"
                size="small"
                icon={X}
                label={t("removeReason", { name: reason.name })}
                onClick={() => put(reason.code, undefined)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
