import { useTranslation } from "react-i18next";
import { OwnCompany } from "../capabilities/demo/index.ts";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/own-company`: one's own company in the place of the demo. */
export function OwnCompanyPage() {
  const { t } = useTranslation("pages");
  return (
    <PageBody head={<PageHead title={t("place.ownCompany")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}>
      <OwnCompany />
    </PageBody>
  );
}
