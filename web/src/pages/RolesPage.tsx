import { useTranslation } from "react-i18next";
import { RolesPanel } from "../capabilities/people/index.ts";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/roles`: who sees what and may change what. */
export function RolesPage() {
  const { t } = useTranslation("pages");
  return (
    <RolesPanel
      renderHead={(isChosen) => (
        <PageHead
          title={t("rolesTitle")}
          crumbs={[
            { words: t("settings"), href: "/settings" },
            { words: t("place.roles"), ...(isChosen ? { href: "/settings/roles" } : {}) },
          ]}
        />
      )}
    />
  );
}
