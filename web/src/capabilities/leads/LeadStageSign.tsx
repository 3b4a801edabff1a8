import type { LeadStage } from "@tongzhou/contract/lead-stages";
import { useTranslation } from "react-i18next";
import { WaterGlass, type WaterGlassProps } from "../../ui/signs/WaterGlass.tsx";

type Drawn = Pick<WaterGlassProps, "level" | "tone">;

const GLASSES: Record<LeadStage, Drawn> = {
  raw: { level: "empty" },
  nurturing: { level: 0.22 },
  qualifying: { level: 0.38 },
  mql: { level: 0.5, tone: "accent" },
  assigned: { level: 0.66, tone: "accent" },
  sql: { level: 0.85, tone: "accent" },
  converted: { level: "done", tone: "good" },
  disqualified: { level: "out" },
};

/** How far a lead has come: the water rises. */
export function LeadStageSign({ stage }: { stage: LeadStage }) {
  const { t } = useTranslation("leads");
  return <WaterGlass {...GLASSES[stage]}>{t(`stage.${stage}`)}</WaterGlass>;
}
