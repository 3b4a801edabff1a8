import { useTranslation } from "react-i18next";
import { PrivacyDesk } from "../capabilities/privacy/index.ts";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/privacy`: what people asked of us about what we hold of them. */
export function PrivacyPage() {
  const { t } = useTranslation("pages");
  return (
    <PrivacyDesk
      head={<PageHead title={t("place.privacy")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}
    />
  );
}
