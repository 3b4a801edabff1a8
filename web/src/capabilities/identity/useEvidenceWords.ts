import type { EvidenceLine } from "@tongzhou/contract/duplicate-pairs";
import { useTranslation } from "react-i18next";
import type { PairFact } from "./pair-facts.ts";
import { useMergeWords } from "./useMergeWords.ts";

type Said = "same" | "near" | "akin" | "different";

/** What a row of the comparison says for or against, in words. */
export function useEvidenceWords(): (fact: PairFact) => string {
  const { t } = useTranslation("identity");
  const words = useMergeWords("contact");
  return (fact) => {
    const { topic, choice, lines, values } = fact;
    const [line] = lines;
    if (line === undefined) {
      if (choice) return words.because(choice);
      const isOneSided = values.survivor.length === 0 || values.merged.length === 0;
      return isOneSided ? t("saysNothing") : "";
    }
    if (topic === null) return t(`alone.${line.of}` as "alone.together");
    if (topic === "name") return nameSaid(fact);
    return t(`said.${topic}.${saidOf(line)}` as "said.phone.same", { count: line.holders ?? 0 });
  };

  function nameSaid({ lines, values }: PairFact): string {
    const said = lines.map(saidOf).toSorted((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0] ?? "same";
    if (said !== "same") return t(`said.name.${said}`);
    const isWrittenAlike = values.survivor[0] === values.merged[0];
    const holders = lines.find(({ of }) => of === "given")?.holders ?? null;
    if (!isWrittenAlike) return t("said.name.respelled");
    return holders === null ? t("said.name.same") : t("said.name.sameOf", { count: holders });
  }
}

const ORDER: readonly Said[] = ["same", "near", "akin", "different"];

function saidOf({ level, levels }: EvidenceLine): Said {
  if (level === 1) return "same";
  if (level === levels) return "different";
  return level === 2 ? "near" : "akin";
}
