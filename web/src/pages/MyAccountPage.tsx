import { useTranslation } from "react-i18next";
import { MyAccount } from "../capabilities/people/index.ts";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/settings/me`: what is a person's own matter. */
export function MyAccountPage() {
  const { t } = useTranslation("pages");
  return (
    <PageBody head={<PageHead title={t("place.me")} crumbs={[{ words: t("settings"), href: "/settings" }]} />}>
      <MyAccount />
    </PageBody>
  );
}
