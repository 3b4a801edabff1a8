import { useTranslation } from "react-i18next";
import { MatchingSettings } from "../capabilities/identity/index.ts";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/matching`: how contacts that are there twice are found. */
export function MatchingPage() {
  const { t } = useTranslation("pages");
  return (
    <PageBody head={<PageHead title={t("place.matching")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}>
      <MatchingSettings />
    </PageBody>
  );
}
