import { useLanguage } from "../../platform/language/language.ts";

interface NamedRole {
  name: { zh: string; en: string };
}

/** What a role is called in the language of the page. */
export function useRoleName(): (role: NamedRole) => string {
  const language = useLanguage();
  return ({ name }) => (language === "en" ? name.en : name.zh);
}
