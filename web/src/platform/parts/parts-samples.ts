import { useTranslation } from "react-i18next";
import type { WhyProps } from "../../ui/layers/Why.tsx";
import type { Paint } from "../../ui/signs/CellChip.tsx";
import type { RingTone } from "../../ui/signs/Ring.tsx";
import type { WaterGlassProps } from "../../ui/signs/WaterGlass.tsx";

/** One row of the sample list, as its words are written in the messages. */
export interface SampleRow {
  id: string;
  name: string;
  title: string;
  company: string;
  cell: string;
  paint: Paint;
  stage: string;
  level: WaterGlassProps["level"];
  tone: NonNullable<WaterGlassProps["tone"]>;
  product: string;
  source: string;
  owner: string;
  clock: string;
  ring: RingTone | "none";
  left: number;
  activity: string;
  live: boolean;
}

/** Enough rows to scroll through several pages. */
const REPETITIONS = 20;

/** The people of the sample list, over and over, each time with an id of its own. */
export function useSampleRows(): SampleRow[] {
  const { t } = useTranslation("parts");
  const people = t("people", { returnObjects: true }) as unknown as Omit<SampleRow, "id">[];
  return Array.from({ length: REPETITIONS }, (_, round) =>
    people.map((person, at) => ({ ...person, id: `${round}-${at}` })),
  ).flat();
}

/** The sample of a "why". */
export function usePartsWhy(): WhyProps {
  const { t } = useTranslation("parts");
  const groups = t("why.groups", { returnObjects: true }) as unknown as WhyProps["groups"];
  return {
    title: t("why.title"),
    sentence: t("why.sentence"),
    groups: groups ?? [],
    when: t("why.when"),
    doors: t("why.doors"),
  };
}
