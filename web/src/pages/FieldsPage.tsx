import { useTranslation } from "react-i18next";
import { FieldSettings, FieldTabs } from "../capabilities/fields/index.ts";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/fields`: what the company keeps about its records beyond what the product brings along. */
export function FieldsPage() {
  const { t } = useTranslation("pages");
  return (
    <PageBody
      head={<PageHead title={t("place.fields")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}
      tabs={<FieldTabs />}
    >
      <FieldSettings />
    </PageBody>
  );
}
