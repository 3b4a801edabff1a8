import { foldText } from "../../../platform/text/clean-text.ts";
import NAMES from "./industry-names.json" with { type: "json" };

/** `C26`, `2614`, `26`: divisions and finer; sections have a letter alone. */
const CODE = /^(?:[A-T]|[A-T]?\d{2,4})$/;

/** The code of GB/T 4754 that a text writes or names, in Chinese or English; divisions without their section. Null for what is neither. */
export function parseIndustry(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (CODE.test(code)) return code.length > 1 ? code.replace(/^[A-T]/, "") : code;
  codes ??= new Map(Object.entries(NAMES).flatMap(([key, names]) => names.map((name) => [folded(name), key])));
  return codes.get(folded(text)) ?? null;
}

let codes: Map<string, string> | undefined;

const FILLING = /[\s、,，和及与]/gu;
const ENDING = /(?<=..)(?:制造业|制造|业)$/u;

/** 电气机械和器材制造业 and 电气机械及器材 are one. */
const folded = (name: string): string => foldText(name).replace(FILLING, "").replace(ENDING, "");
