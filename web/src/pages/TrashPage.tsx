import { useTranslation } from "react-i18next";
import { TrashPanel } from "../capabilities/audit/index.ts";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/trash`: what was deleted and can come back. */
export function TrashPage() {
  const { t } = useTranslation("pages");
  return (
    <TrashPanel head={<PageHead title={t("place.trash")} crumbs={[{ words: t("settings"), href: "/settings" }]} />} />
  );
}
