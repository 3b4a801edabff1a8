import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { Sentence } from "@tongzhou/contract/sentence";
import { useTranslation } from "react-i18next";
import { useProductLines } from "../products/index.ts";

type Value = Sentence["params"][string] | undefined;

export interface DifferenceWords {
  difference: (sentence: Sentence) => string;
  problem: (problem: DraftProblem) => string;
}

const isJson = (value: Value): boolean => typeof value === "string" && /^[[{]/.test(value);

/** Differences and problems of a draft, which the server tells by code. */
export function useDifferenceWords(): DifferenceWords {
  const { t } = useTranslation("standards");
  const lines = useProductLines();
  const say = (key: string, params: object): string => String(t(key as never, params as never));
  const value = (given: Value): string => {
    if (given === null || given === undefined) return t("nothing");
    if (given === true) return t("yes");
    if (given === false) return t("no");
    return String(given);
  };
  const property = (name: Value): string => say(`properties.${String(name)}`, { defaultValue: String(name) });
  const difference = ({ code, params }: Sentence): string => {
    const line = params["productLineId"];
    const lineName = typeof line === "string" ? (lines.nameOf(line) ?? t("oneLine")) : t("allLines");
    if (code === "diff.cell_painted") {
      const destination = (each: Value) =>
        each === null || each === undefined ? t("notPainted") : say(`destinations.${String(each)}`, {});
      return say(code, {
        cell: params["cell"],
        from: destination(params["from"]),
        to: destination(params["to"]),
      });
    }
    // Conditions and options differ in ways that only the editor can show.
    if (isJson(params["from"]) || isJson(params["to"]))
      return say("diff.rewritten", {
        name: value(params["name"] ?? params["cell"] ?? lineName),
        property: property(params["property"]),
      });
    return say(code, {
      ...params,
      line: lineName,
      name: value(params["name"]),
      property: property(params["property"]),
      from: value(params["from"]),
      to: value(params["to"]),
    });
  };
  const problem = ({ code, params, path }: DraftProblem): string => {
    const part = say(`paths.${path.split("/")[1] ?? ""}`, { defaultValue: path });
    return t("problemIn", { part, problem: say(`problemCodes.${code}`, { ...params, defaultValue: code }) });
  };
  return { difference, problem };
}
