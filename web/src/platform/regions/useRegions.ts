import { useTranslation } from "react-i18next";

/** The divisions of the first level, by their six-digit codes (GB/T 2260). */
const PROVINCES =
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82"
    .split(" ")
    .map((digits) => `${digits}0000`);

const PROVINCE_DIGITS = 2;

export interface Regions {
  /** The province a code lies in, as people say it; the code itself when it is unknown. */
  name: (code: string) => string;
  options: readonly { value: string; words: string }[];
}

/** Names of regions. A page that uses it names the words `regions`. */
export function useRegions(): Regions {
  const { t } = useTranslation("regions");
  const isKnown = (code: string): boolean => PROVINCES.includes(code);
  const name = (code: string): string => {
    const province = `${code.slice(0, PROVINCE_DIGITS)}0000`;
    return isKnown(province) ? (t(province as never) as string) : code;
  };
  return { name, options: PROVINCES.map((value) => ({ value, words: name(value) })) };
}
