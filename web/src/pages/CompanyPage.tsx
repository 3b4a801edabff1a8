import { useTranslation } from "react-i18next";
import { CompanySettings } from "../capabilities/people/index.ts";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/company`: the company. */
export function CompanyPage() {
  const { t } = useTranslation("pages");
  return (
    <PageBody head={<PageHead title={t("place.company")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}>
      <CompanySettings />
    </PageBody>
  );
}
