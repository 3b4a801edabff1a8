import { useTranslation } from "react-i18next";
import { OperationsPanel } from "../capabilities/audit/index.ts";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/changes`: who changed what, and whether it can be taken back. */
export function ChangesPage() {
  const { t } = useTranslation("pages");
  return (
    <OperationsPanel
      renderHead={(isChosen) => (
        <PageHead
          title={t("changesTitle")}
          crumbs={[
            { words: t("settings"), href: "/settings" },
            { words: t("place.changes"), ...(isChosen ? { href: "/settings/changes" } : {}) },
          ]}
        />
      )}
    />
  );
}
