import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { LANGUAGES, useLanguage } from "../language/language.ts";
import { chooseLanguage } from "../language/start-words.ts";
import { PartsControls } from "./PartsControls.tsx";
import { PartsFields } from "./PartsFields.tsx";
import { PartsLists } from "./PartsLists.tsx";
import { PartsMoments } from "./PartsMoments.tsx";
import { PartsRecord } from "./PartsRecord.tsx";
import { PartsSigns } from "./PartsSigns.tsx";
import styles from "./Parts.module.css";

const VIEWS = ["signs", "list", "record", "fields"] as const;
type View = (typeof VIEWS)[number];

/** Every part in its states, in both themes: what pages are made of, and what tests look at. */
export function Parts() {
  const { t } = useTranslation("parts");
  const { t: shell } = useTranslation("shell");
  const language = useLanguage();
  const [view, setView] = useState<View>("signs");
  return (
    <main className={styles.parts}>
      <div className={styles.head}>
        <h1 className="t18">{t("title")}</h1>
        <Segmented
          label={t("view")}
          value={view}
          onChange={setView}
          options={VIEWS.map((value) => ({ value, words: t(`views.${value}`) }))}
        />
        <Segmented
          label={shell("languageOfPage")}
          value={language}
          options={LANGUAGES.map((value) => ({ value, words: shell(`language.${value}` as "language.en") }))}
          onChange={(chosen) => void chooseLanguage(chosen)}
        />
      </div>
      {view === "signs" ? (
        <div className={styles.themes}>
          {(["light", "dark"] as const).map((theme) => (
            <section key={theme} data-theme={theme} className={styles.theme} aria-label={t(`themes.${theme}`)}>
              <div>
                <PartsSigns />
                <PartsControls />
              </div>
              <PartsMoments />
            </section>
          ))}
        </div>
      ) : null}
      {view === "list" ? <PartsLists /> : null}
      {view === "record" ? <PartsRecord /> : null}
      {view === "fields" ? <PartsFields /> : null}
    </main>
  );
}
