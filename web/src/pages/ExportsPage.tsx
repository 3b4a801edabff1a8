import { useTranslation } from "react-i18next";
import { ExportList } from "../capabilities/exports/index.ts";
import { ListLayout } from "../ui/list/ListLayout.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/exports`: who took what out of the house, and the files that are kept. */
export function ExportsPage() {
  const { t } = useTranslation("pages");
  return (
    <ListLayout
      head={<PageHead title={t("place.exports")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}
      keys={false}
    >
      <ExportList />
    </ListLayout>
  );
}
