import { useTranslation } from "react-i18next";
import { RoutingRules } from "../capabilities/routing/index.ts";

/** `/settings/routing`: who gets which lead. */
export function RoutingPage() {
  const { t } = useTranslation("pages");
  return <RoutingRules title={t("routingTitle")} settings={t("settings")} here={t("place.routing")} />;
}
