import { useQuery } from "@tanstack/react-query";
import { privacy, type Preference, type PreferenceIdentifier } from "@tongzhou/contract/privacy";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { isProblem } from "../../platform/http/problem-error.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { useLanguage } from "../../platform/language/language.ts";
import { chooseLanguage } from "../../platform/language/start-words.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Switch } from "../../ui/controls/Switch.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import styles from "./Preferences.module.css";

/** What somebody allowed us, on a page of their own: by each of their numbers and mailboxes, for each purpose. */
export function Preferences({ token }: { token: string }) {
  const { t } = useTranslation("privacy");
  const language = useLanguage();
  const read = useQuery(reading(privacy.showPreferences, { params: { token }, query: { language } }));
  useOwnLanguage(read.data?.language);
  if (read.isPending) return <SkeletonRows rows={6} height={44} />;
  if (read.isError) {
    if (isProblem(read.error, "not_found")) return <Empty title={t("linkUnknown")}>{t("linkUnknownWhy")}</Empty>;
    return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  }
  const { companyName, identifiers } = read.data;
  return (
    <div className={styles.page}>
      <header className="col g8">
        <h1 className="t26 b">{t("preferences")}</h1>
        <p className="t14 ink2">{t("preferencesOf", { company: companyName })}</p>
      </header>
      {identifiers.length === 0 ? <Empty title={t("nothingKept")}>{t("nothingKeptWhy")}</Empty> : null}
      {identifiers.map((identifier) => (
        <OneIdentifier key={identifier.id} token={token} identifier={identifier} />
      ))}
      {identifiers.length === 0 ? null : <Unsubscribe token={token} />}
    </div>
  );
}

/** The person's own language is spoken first; what they choose on the page goes before. */
function useOwnLanguage(own: "zh-CN" | "en" | null | undefined): void {
  const isSpoken = useRef(false);
  useEffect(() => {
    if (own === undefined || isSpoken.current) return;
    isSpoken.current = true;
    if (own !== null) void chooseLanguage(own);
  }, [own]);
}

function OneIdentifier({ token, identifier }: { token: string; identifier: PreferenceIdentifier }) {
  const { id, value, preferences } = identifier;
  return (
    <section className={styles.identifier} aria-label={value}>
      <h2 className="t16 b">{value}</h2>
      {preferences.map((preference) => (
        <OneSwitch
          key={`${preference.channel} ${preference.purpose}`}
          token={token}
          identifierId={id}
          preference={preference}
        />
      ))}
    </section>
  );
}

interface OneSwitchProps {
  token: string;
  identifierId: string;
  preference: Preference;
}

function OneSwitch({ token, identifierId, preference }: OneSwitchProps) {
  const { t } = useTranslation("privacy");
  const language = useLanguage();
  const save = useAct(privacy.savePreference);
  const { channel, purpose, on, closedToday, text } = preference;
  const turn = (wanted: boolean) =>
    save.mutate(
      { params: { token }, body: { identifierId, channel, purpose, on: wanted, language } },
      { onSuccess: () => void forget(privacy.showPreferences) },
    );
  return (
    <div className={styles.switch}>
      <Switch on={on} onChange={turn} disabled={save.isPending || (!on && closedToday)}>
        {text}
      </Switch>
      {!on && closedToday ? <p className="t12 ink3">{t("closedToday")}</p> : null}
      <FailureNote failure={save.error} />
    </div>
  );
}

/** The way out of all marketing by one press. */
function Unsubscribe({ token }: { token: string }) {
  const { t } = useTranslation("privacy");
  const unsubscribe = useAct(privacy.unsubscribe);
  const run = () =>
    unsubscribe.mutate({ params: { token } }, { onSuccess: () => void forget(privacy.showPreferences) });
  return (
    <div className="col g8">
      <Button size="large" busy={unsubscribe.isPending} onClick={run}>
        {t("unsubscribe")}
      </Button>
      <output className="t13 ink2">{unsubscribe.isSuccess ? t("unsubscribed") : t("unsubscribeMeans")}</output>
      <FailureNote failure={unsubscribe.error} />
    </div>
  );
}
