import { useTranslation } from "react-i18next";
import { SourceSettings } from "../capabilities/enrichment/index.ts";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/enrichment`: who is asked about companies, and what came of it. */
export function EnrichmentPage() {
  const { t } = useTranslation("pages");
  return (
    <PageBody head={<PageHead title={t("place.enrichment")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}>
      <SourceSettings />
    </PageBody>
  );
}
