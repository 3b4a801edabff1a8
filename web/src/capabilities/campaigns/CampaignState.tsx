import type { CampaignRow } from "@tongzhou/contract/campaigns";
import { useTranslation } from "react-i18next";
import { Pill } from "../../ui/signs/Marks.tsx";

/** Where a campaign stands; a draft says how much it lacks. */
export function CampaignState({ campaign }: { campaign: Pick<CampaignRow, "status" | "missing"> }) {
  const { t } = useTranslation("campaigns");
  const { status, missing } = campaign;
  if (status === "running") return <Pill tone="accent">{t("status.running")}</Pill>;
  if (status === "ended") return <Pill>{t("status.ended")}</Pill>;
  if (missing.length === 0) return <Pill tone="good">{t("mayStart")}</Pill>;
  return <Pill>{t("draftLacks", { count: missing.length })}</Pill>;
}
