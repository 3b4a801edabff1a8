import { Keyboard, Languages, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { Menu } from "../../ui/layers/Menu.tsx";
import type { MenuItem } from "../../ui/layers/MenuList.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import { chooseTheme, useThemeChoice, type ThemeChoice } from "../../ui/theme/choose-theme.ts";
import { sayFailure } from "../http/say-failure.ts";
import { LANGUAGES, useLanguage } from "../language/language.ts";
import { changeMyLanguage } from "../session/change-my-language.ts";
import { signOut, useSession } from "../session/session.ts";
import { keyListOpen } from "./key-list.ts";
import styles from "./UserMenu.module.css";

const THEMES: { choice: ThemeChoice; icon: typeof Sun }[] = [
  { choice: "system", icon: Monitor },
  { choice: "light", icon: Sun },
  { choice: "dark", icon: Moon },
];

/** What belongs to the person: theme, language, keys, leaving. */
export function useUserItems(): MenuItem[] {
  const { t } = useTranslation("shell");
  const chosen = useThemeChoice();
  const language = useLanguage();
  return [
    ...THEMES.map(({ choice, icon }) => ({
      id: `theme-${choice}`,
      words: t(`theme.${choice}` as "theme.system"),
      icon,
      chosen: choice === chosen,
      run: () => chooseTheme(choice),
    })),
    ...LANGUAGES.map((each, at) => ({
      id: each,
      words: t(`language.${each}` as "language.en"),
      icon: Languages,
      chosen: each === language,
      apart: at === 0,
      run: () => void changeMyLanguage(each),
    })),
    { id: "keys", words: t("keys"), icon: Keyboard, keys: "?", apart: true, run: () => keyListOpen.set(true) },
    {
      id: "sign-out",
      words: t("signOut"),
      icon: LogOut,
      apart: true,
      run: () => void signOut().catch((failure: unknown) => sayFailed(sayFailure(t, failure).happened)),
    },
  ];
}

/** Who is signed in, and what belongs to them. */
export function UserMenu() {
  const { t } = useTranslation("shell");
  const { person } = useSession();
  const language = useLanguage();
  const items = useUserItems();
  const role = person.roles[0]?.name[language === "en" ? "en" : "zh"];
  return (
    <Menu
      label={t("me")}
      side="above"
      align="start"
      items={items}
      renderOpener={(opener) => (
        <button type="button" {...opener} className={styles.me} title={person.name}>
          <Avatar name={person.name} />
          <span className={styles.words}>
            <span className="ink">{person.name}</span>
            {role === undefined ? null : ` · ${role}`}
          </span>
        </button>
      )}
    />
  );
}
