import { useTranslation } from "react-i18next";
import { RoutingRules } from "../capabilities/routing/index.ts";

/** `/settings/routing`: who gets which lead. */
export function RoutingPage() {
  const { t } = useTranslation("pages");
  return (
    <RoutingRules
      title={t("routingTitle")}
      crumbs={[{ words: t("settings"), href: "/settings" }, { words: t("place.routing") }]}
    />
  );
}
