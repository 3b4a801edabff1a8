import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { useDocumentTitle } from "../../ui/hooks/useDocumentTitle.ts";
import { LANGUAGES, useLanguage } from "../language/language.ts";
import { chooseLanguage } from "../language/start-words.ts";
import { Mark } from "../shell/Mark.tsx";
import styles from "./Gate.module.css";

/** The ground of the pages before signing in: the boat, the language, and two columns or one. */
export function Gate({ children, look }: { children: ReactNode; look: "people" | "form" | "alone" }) {
  const { t } = useTranslation("shell");
  const language = useLanguage();
  useDocumentTitle(undefined);
  return (
    <div className={styles.ground}>
      <div className={styles.gate}>
        <header className={styles.head}>
          <Mark size={28} />
          <b className="t16">{t("product")}</b>
          <span className="grow" />
          <Segmented
            label={t("languageOfPage")}
            value={language}
            options={LANGUAGES.map((value) => ({ value, words: t(`language.${value}` as "language.en") }))}
            onChange={(chosen) => void chooseLanguage(chosen)}
          />
        </header>
        <main className={styles[look]}>{children}</main>
      </div>
    </div>
  );
}
