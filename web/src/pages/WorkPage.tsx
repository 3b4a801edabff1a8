import { useTranslation } from "react-i18next";
import { WorkPanel } from "../capabilities/jobs/index.ts";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/work`: what the house does in the background. */
export function WorkPage() {
  const { t } = useTranslation("pages");
  return (
    <PageBody head={<PageHead title={t("place.work")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}>
      <WorkPanel />
    </PageBody>
  );
}
