import { households, type Household } from "@tongzhou/contract/households";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import { Choices } from "../../ui/controls/Choices.tsx";
import { DateField } from "../../ui/fields/DateField.tsx";
import { forgetHouseholds } from "./forget-households.ts";

/** Some of the family leave: into a household of their own, or into none. */
export function SplitDialog({ household, onClose }: { household: Household; onClose: () => void }) {
  const { t } = useTranslation("households");
  const format = useFormat();
  const today = format.isoDay(format.now);
  const [contactIds, setLeaving] = useState<string[]>([]);
  const [where, setWhere] = useState<"own" | "none">("own");
  const [on, setOn] = useState<string | undefined>(today);
  const leave = useAct(households.leave);
  const isEverybody = contactIds.length === household.present.length;
  const submit = () => {
    if (on === undefined) return;
    leave.mutate(
      { params: { householdId: household.id }, body: { contactIds, on, own: where === "own", name: null } },
      {
        onSuccess({ answer, operationId }) {
          forgetHouseholds();
          const href = answer.householdId === null ? undefined : `/accounts/${answer.householdId}`;
          sayActed(t("leftNow", { count: contactIds.length }), operationId, href);
          onClose();
        },
      },
    );
  };
  const whyOff =
    contactIds.length === 0
      ? t("nobodyChosen")
      : isEverybody && where === "own"
        ? t("everybodyChosen")
        : on === undefined
          ? t("dayMissing")
          : undefined;
  return (
    <FormDialog
      title={t("splitTitle", { household: household.name })}
      act={t("splitAct")}
      onClose={onClose}
      onSubmit={submit}
      busy={leave.isPending}
      failure={leave.error}
      whyOff={whyOff}
    >
      <p className="t13 ink2">{t("splitWhy")}</p>
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className="t12 ink2" style={{ padding: 0, marginBottom: "6px" }}>
          {t("whoLeaves")}
        </legend>
        <div className="col g8 t13">
          {household.present.map(({ contact: { id, name } }) => (
            <Checkbox
              key={id}
              checked={contactIds.includes(id)}
              onChange={(goes) => setLeaving(goes ? [...contactIds, id] : contactIds.filter((other) => other !== id))}
            >
              {name ?? t("nameless")}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <Choices
        label={t("whereTo")}
        value={where}
        onChange={setWhere}
        options={[
          { value: "own", words: t("own") },
          { value: "none", words: t("noHousehold") },
        ]}
      />
      <DateField label={t("since")} value={on} onChange={setOn} to={today} />
    </FormDialog>
  );
}
