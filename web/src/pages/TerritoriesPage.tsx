import { useTranslation } from "react-i18next";
import { TerritoryList } from "../capabilities/rights/index.ts";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/territories`: who works where. */
export function TerritoriesPage() {
  const { t } = useTranslation("pages");
  return (
    <PageBody head={<PageHead title={t("place.territories")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}>
      <TerritoryList />
    </PageBody>
  );
}
