import { useTranslation } from "react-i18next";
import { LANGUAGES, useLanguage } from "../../platform/language/language.ts";
import { changeMyLanguage } from "../../platform/session/change-my-language.ts";
import { useSession } from "../../platform/session/session.ts";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { FactList } from "../../ui/record/FactList.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { chooseTheme, useThemeChoice, type ThemeChoice } from "../../ui/theme/choose-theme.ts";
import { MyKeys } from "./MyKeys.tsx";
import { MyPassword } from "./MyPassword.tsx";
import { MySessions } from "./MySessions.tsx";
import { useRoleName } from "./useRoleName.ts";

const THEMES: readonly ThemeChoice[] = ["system", "light", "dark"];

/** Everything that is a person's own matter: language, look, password, where they are signed in, keys. */
export function MyAccount() {
  return (
    <>
      <Myself />
      <MyPassword />
      <MySessions />
      <MyKeys />
    </>
  );
}

function Myself() {
  const { t } = useTranslation("people");
  const { t: shell } = useTranslation("shell");
  const { person } = useSession();
  const roleName = useRoleName();
  const language = useLanguage();
  const theme = useThemeChoice();
  const roles = person.roles.map(roleName).join(t("comma"));
  return (
    <section className="col g12">
      <FactList
        title={person.name}
        note={t("changedByAdministrator")}
        labelWidth={96}
        facts={[
          { id: "email", label: t("email"), ...(person.email === null ? {} : { shown: person.email }) },
          { id: "team", label: t("team"), ...(person.teamName === null ? {} : { shown: person.teamName }) },
          { id: "roles", label: t("roles"), ...(roles === "" ? {} : { shown: roles }) },
        ]}
      />
      <SectionHead title={t("languageAndLook")} />
      <div className="row wrap g16">
        <Segmented
          label={t("language")}
          value={language}
          onChange={(chosen) => void changeMyLanguage(chosen)}
          options={LANGUAGES.map((value) => ({ value, words: shell(`language.${value}`) }))}
        />
        <Segmented
          label={t("look")}
          value={theme}
          onChange={chooseTheme}
          options={THEMES.map((value) => ({ value, words: shell(`theme.${value}`) }))}
        />
      </div>
    </section>
  );
}
