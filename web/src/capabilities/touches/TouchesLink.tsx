import { MousePointerClick } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";

/** The way to the touches, from the pages they belong to: all, or those of a campaign. */
export function TouchesLink({ campaignId }: { campaignId?: string }) {
  const { t } = useTranslation("shell");
  if (!useMay("contact", "read")) return null;
  const ofCampaign = {
    combinator: "and",
    rules: [{ field: "touch.campaign", operator: "is", value: campaignId }],
  };
  const href =
    campaignId === undefined ? "/touches" : `/touches?filter=${encodeURIComponent(JSON.stringify(ofCampaign))}`;
  return (
    <Button icon={MousePointerClick} href={href}>
      {t("touches")}
    </Button>
  );
}
