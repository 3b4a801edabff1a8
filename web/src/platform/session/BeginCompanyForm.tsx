import { Password } from "@tongzhou/contract/people";
import type { NewCompany } from "@tongzhou/contract/people-session";
import { useMemo, useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { PasswordField } from "../../ui/fields/PasswordField.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { ProblemError } from "../http/problem-error.ts";
import { sayFailure } from "../http/say-failure.ts";
import { useLanguage } from "../language/language.ts";
import styles from "./BeginCompanyForm.module.css";
import { currencyChoices, timeZoneChoices } from "./world-choices.ts";

const EMPTY = { companyName: "", name: "", email: "", password: "" };

export interface BeginCompanyFormProps {
  /** What is done with what was typed. */
  onMake: (company: NewCompany) => void;
  busy: boolean;
  /** Why it was not done. */
  failure: Error | null;
  /** What the button says. */
  act: string;
  /** Red, because it removes something. */
  danger?: boolean;
  /** Says whether what stands in `children` is right; what does not is not sent. */
  isAgreed?: () => boolean;
  /** What is asked besides, over the button. */
  children?: ReactNode;
}

/** What a company and its first administrator need to exist. */
export function BeginCompanyForm(props: BeginCompanyFormProps) {
  const { onMake, busy, failure, act, danger = false, isAgreed, children } = props;
  const { t } = useTranslation("session");
  const { t: shell } = useTranslation("shell");
  const language = useLanguage();
  const [typed, setTyped] = useState(EMPTY);
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [currency, setCurrency] = useState("CNY");
  const zones = useMemo(() => timeZoneChoices(language), [language]);
  const currencies = useMemo(() => currencyChoices(language), [language]);
  const type = (field: keyof typeof EMPTY) => (value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const [asked, setAsked] = useState(false);
  const wrong = (field: keyof typeof EMPTY) => {
    if (asked && typed[field].trim() === "") return t("missing");
    return failure instanceof ProblemError ? failure.field(`/${field}`) : undefined;
  };
  const hasFieldFailure = failure instanceof ProblemError && (failure.problem.fields ?? []).length > 0;
  const isFilled = Object.values(typed).every((value) => value.trim() !== "");
  const isLongEnough = Password.safeParse(typed.password).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    // Both look, so that everything that is missing is said at once.
    const agreed = isAgreed?.() ?? true;
    if (!isFilled || !agreed || busy) return;
    onMake({ ...typed, timeZone, currency, language });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        size="tall"
        label={t("companyName")}
        autoComplete="organization"
        value={typed.companyName}
        wrong={wrong("companyName")}
        onChange={type("companyName")}
      />
      <div className={styles.two}>
        <TextField
          size="tall"
          label={t("yourName")}
          autoComplete="name"
          value={typed.name}
          wrong={wrong("name")}
          onChange={type("name")}
        />
        <TextField
          size="tall"
          type="email"
          label={t("email")}
          autoComplete="username"
          value={typed.email}
          wrong={wrong("email")}
          onChange={type("email")}
        />
      </div>
      <PasswordField
        size="tall"
        label={t("password")}
        autoComplete="new-password"
        value={typed.password}
        onChange={type("password")}
        wrong={wrong("password")}
        hint={t("passwordRule")}
        good={isLongEnough ? t("passwordGood", { count: typed.password.length }) : undefined}
      />
      <div className={styles.two}>
        <SelectField
          size="tall"
          label={t("timeZone")}
          options={zones}
          value={timeZone}
          onChange={(zone) => zone !== undefined && setTimeZone(zone)}
        />
        <SelectField
          size="tall"
          label={t("currency")}
          options={currencies}
          value={currency}
          onChange={(code) => code !== undefined && setCurrency(code)}
        />
      </div>
      <small className={styles.note}>{t("timeZoneWhy")}</small>
      {failure === null || hasFieldFailure ? null : (
        <ErrorNote happened={sayFailure(shell, failure).happened}>{sayFailure(shell, failure).todo}</ErrorNote>
      )}
      {children}
      <div>
        <Button type="submit" look={danger ? "destroy" : "solid"} busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  );
}
