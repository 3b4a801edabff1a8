import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { DateField, DateRangeField, type Day } from "../../ui/fields/DateField.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { PasswordField } from "../../ui/fields/PasswordField.tsx";
import { ManySelectField, SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import styles from "./Parts.module.css";

/** Fields of forms, and the panel and dialog they stand in. */
export function PartsFields() {
  const { t } = useTranslation("parts");
  const [open, setOpen] = useState<"dialog" | "panel">();
  return (
    <div className={styles.body}>
      <div className={styles.form}>
        <SampleFields />
        <Button onClick={() => setOpen("dialog")}>{t("fields.openDialog")}</Button>
        <Button onClick={() => setOpen("panel")}>{t("fields.openPanel")}</Button>
      </div>
      {open === undefined ? null : (
        <Dialog
          look={open}
          title={t("fields.dialogTitle")}
          onClose={() => setOpen(undefined)}
          onSubmit={() => setOpen(undefined)}
          foot={
            <>
              <Button onClick={() => setOpen(undefined)}>{t("fields.later")}</Button>
              <Button type="submit" look="solid">
                {t("fields.save")}
              </Button>
            </>
          }
        >
          <div className="col g16">
            <SampleFields />
          </div>
        </Dialog>
      )}
    </div>
  );
}

function SampleFields() {
  const { t } = useTranslation("parts");
  const [text, setText] = useState(t("fields.textValue"));
  const [secret, setSecret] = useState("");
  const [one, setOne] = useState<string>();
  const [many, setMany] = useState<string[]>(["ex", "wheel"]);
  const [day, setDay] = useState<Day | undefined>("2025-11-21");
  const [days, setDays] = useState<[Day, Day]>();
  const options = (["ex", "wheel", "rail"] as const).map((value) => ({ value, words: t(`fields.options.${value}`) }));
  return (
    <>
      <TextField label={t("fields.text")} hint={t("fields.hint")} value={text} onChange={setText} />
      <TextField label={t("fields.text")} wrong={t("fields.wrong")} value={text} onChange={setText} />
      <PasswordField
        label={t("fields.secret")}
        good={secret.length > 9 ? t("fields.good") : undefined}
        value={secret}
        onChange={setSecret}
      />
      <SelectField
        label={t("fields.one")}
        placeholder={t("fields.choose")}
        options={options}
        value={one}
        onChange={setOne}
        clearable
      />
      <ManySelectField label={t("fields.many")} options={options} values={many} onChange={setMany} />
      <DateField label={t("fields.day")} value={day} onChange={setDay} />
      <DateRangeField label={t("fields.days")} value={days} onChange={setDays} />
      <LongTextField label={t("fields.long")} value={text} onChange={setText} rows={3} />
    </>
  );
}
