import { session } from "@tongzhou/contract/people-session";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { PasswordField } from "../../ui/fields/PasswordField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { sayFailure } from "../http/say-failure.ts";
import { useAct } from "../http/useAct.ts";
import styles from "./SignInForm.module.css";
import { useEnter } from "./useEnter.ts";

/** Signing in with an account of one's own. Beside the demo's people it is quiet; alone its button is the solid one. */
export function SignInForm({ isAlone }: { isAlone: boolean }) {
  const { t } = useTranslation("session");
  const { t: shell } = useTranslation("shell");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const enter = useEnter();
  const signIn = useAct(session.signIn);
  const failure = signIn.error === null ? undefined : sayFailure(shell, signIn.error);
  const [asked, setAsked] = useState(false);
  const missing = { email: email.trim() === "", password: password === "" };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing.email || missing.password || signIn.isPending) return;
    signIn.mutate({ body: { email, password } }, { onSuccess: ({ answer }) => void enter(answer) });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t("email")}
        type="email"
        name="email"
        autoComplete="username"
        placeholder={t("emailExample")}
        value={email}
        wrong={asked && missing.email ? t("emailMissing") : undefined}
        onChange={setEmail}
      />
      <PasswordField
        label={t("password")}
        name="password"
        placeholder={t("passwordHint")}
        value={password}
        wrong={asked && missing.password ? t("passwordMissing") : undefined}
        onChange={setPassword}
      />
      {failure === undefined ? null : <ErrorNote happened={failure.happened}>{failure.todo}</ErrorNote>}
      <div className={styles.acts}>
        <Button type="submit" look={isAlone ? "solid" : "plain"} className={styles.submit} busy={signIn.isPending}>
          {t("signIn")}
        </Button>
        <span className="t12 ink3">{t("forgot")}</span>
      </div>
    </form>
  );
}
