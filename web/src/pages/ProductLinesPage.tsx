import { useTranslation } from "react-i18next";
import { ProductLineTree } from "../capabilities/products/index.ts";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/products`: what is sold. */
export function ProductLinesPage() {
  const { t } = useTranslation("pages");
  return (
    <PageBody head={<PageHead title={t("place.products")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}>
      <ProductLineTree />
    </PageBody>
  );
}
