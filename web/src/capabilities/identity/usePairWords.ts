import type { EvidenceLine, Pair, PairRow } from "@tongzhou/contract/duplicate-pairs";
import { useTranslation } from "react-i18next";

/** What the rows of a pair are about, in the order they are read. */
export const PAIR_TOPICS = ["name", "organisation", "title", "phone", "mail", "id", "city"] as const;
export type PairTopic = (typeof PAIR_TOPICS)[number];

/** Which row of the page a line of evidence belongs to; undefined: a row of its own. */
export const TOPIC_OF: Partial<Record<EvidenceLine["of"], PairTopic>> = {
  given: "name",
  surname: "name",
  organisation: "organisation",
  phone: "phone",
  mail: "mail",
  id: "id",
  city: "city",
};

/** From here on a pair is very likely one; from here probably; from here nobody can say. */
const LIKELY = 0.9;
const PROBABLE = 0.6;
const OPEN = 0.4;
/** Beyond these a percentage would be rounded to a certainty that nobody has. */
const SUREST = 0.999;
const LIKELIEST = 0.99;
const LEAST = 0.01;
const PERCENT = 100;
const PRECISE = 4;

export interface PairWords {
  side: (side: PairRow["first"]) => string;
  probability: (probability: number) => string;
  /** A threshold that people chose, with all of its digits. */
  step: (probability: number) => string;
  bits: (bits: number) => string;
  /** The sentence that carries the conclusion, and its reasons. */
  conclusion: (pair: Pair) => { verdict: string; because: string };
  topic: (topic: PairTopic) => string;
  /** What evidence of no field is called. */
  alone: (of: EvidenceLine["of"]) => string;
}

/** How pairs and what speaks for and against them are written. */
export function usePairWords(): PairWords {
  const { t } = useTranslation("identity");
  const probability = (share: number): string => {
    if (share > SUREST) return ">99.9%";
    if (share < LEAST) return "<1%";
    return `${share > LIKELIEST ? (share * PERCENT).toFixed(1) : Math.round(share * PERCENT)}%`;
  };
  const topic = (of: PairTopic): string => t(`topic.${of}`);
  return {
    topic,
    alone: (of) => t(`aloneTopic.${of}` as "aloneTopic.together"),
    probability,
    step: (share) => `${Number((share * PERCENT).toPrecision(PRECISE))}%`,
    side: ({ name, company }) => [name ?? t("nameless"), company].filter(Boolean).join(" · "),
    bits: (bits) => {
      const rounded = Math.abs(bits).toFixed(1);
      if (rounded === "0.0") return "0";
      return bits > 0 ? `+${rounded}` : `−${rounded}`;
    },
    conclusion({ probability: share, lines }) {
      const [agree, differ] = [topicsWhere(lines, 1), topicsWhere(lines, -1)].map((topics) =>
        topics.map((of) => topic(of)).join(t("comma")),
      );
      return {
        verdict: t(`verdict.${bandOf(share)}`, { probability: probability(share) }),
        because:
          agree && differ
            ? t("speakBoth", { agree, differ })
            : agree
              ? t("speakFor", { agree })
              : differ
                ? t("speakAgainst", { differ })
                : "",
      };
    },
  };
}

function bandOf(probability: number): "likely" | "probable" | "open" | "unlikely" {
  if (probability >= LIKELY) return "likely";
  if (probability >= PROBABLE) return "probable";
  return probability >= OPEN ? "open" : "unlikely";
}

/** The rows whose evidence speaks clearly for (1) or against (−1). */
function topicsWhere(lines: Pair["lines"], sign: 1 | -1): PairTopic[] {
  return PAIR_TOPICS.filter((topic) => {
    const bits = lines.filter(({ of }) => TOPIC_OF[of] === topic).reduce((sum, line) => sum + line.bits, 0);
    return bits * sign >= 1;
  });
}
