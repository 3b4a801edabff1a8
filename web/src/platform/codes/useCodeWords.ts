import { divisionOf, INDUSTRY_SECTIONS, sectionOf } from "@tongzhou/contract/industries";
import { useTranslation } from "react-i18next";
import type { SelectOption } from "../../ui/fields/SelectField.tsx";

const DIVISION_DIGITS = 2;

/** The kinds of codes that people read as words. */
export type CodeKind = "industry" | "jobFunction" | "jobLevel" | "channel";

/** A section of GB/T 4754 with the divisions in it, as two digits. */
const SECTIONS: readonly { code: string; divisions: readonly string[] }[] = INDUSTRY_SECTIONS.map(
  ({ code, from, to }) => ({
    code,
    divisions: Array.from({ length: to - from + 1 }, (_, at) => String(from + at).padStart(DIVISION_DIGITS, "0")),
  }),
);

/** The codes of each kind; industries by sections and divisions. */
const CODES: Readonly<Record<CodeKind, readonly string[]>> = {
  industry: SECTIONS.flatMap(({ code, divisions }) => [code, ...divisions]),
  jobFunction: [
    "equipment",
    "safety",
    "maintenance",
    "production",
    "quality",
    "technology",
    "it",
    "purchasing",
    "management",
    "sales",
    "marketing",
    "finance",
    "hr",
    "other",
  ],
  jobLevel: ["staff", "manager", "director", "executive"],
  channel: [
    "website",
    "form",
    "phone",
    "email",
    "wechat",
    "event",
    "in_person",
    "onsite",
    "webinar",
    "content",
    "baidu",
    "partner",
    "referral",
    "organic",
  ],
};

/** Fields of conditions and columns of tables that hold such codes. */
const KIND_OF: Readonly<Record<string, CodeKind>> = {
  "account.industryCode": "industry",
  "contact.jobFunction": "jobFunction",
  "contact.jobLevel": "jobLevel",
  channel: "channel",
  industry_code: "industry",
  job_function: "jobFunction",
  job_level: "jobLevel",
};

/** Which kind of code a field of conditions or a column holds; undefined for every other. */
export const codeKindOf = (name: string): CodeKind | undefined => KIND_OF[name];

/** The code whose words are shown for a stored one; undefined for what is no code, such as a text from a file. */
export function knownCode(kind: CodeKind, stored: string): string | undefined {
  const code = kind === "industry" ? (divisionOf(stored) ?? stored) : stored;
  return code !== undefined && CODES[kind].includes(code) ? code : undefined;
}

export interface CodeWords {
  /** A stored code as people say it; a text that is no code stays as it is. */
  name: (kind: CodeKind, stored: string) => string;
  /** What to store for words that people typed: the code of that name, otherwise the words themselves. */
  typed: (kind: CodeKind, words: string) => string;
  /** What can be chosen; `stored` is among them even when it is no code. */
  options: (kind: CodeKind, ...stored: readonly string[]) => readonly SelectOption[];
}

/** Industries, job functions and levels, channels in words. A page that uses it names the words `codes`. */
export function useCodeWords(): CodeWords {
  const { t } = useTranslation("codes");
  const name: CodeWords["name"] = (kind, stored) => {
    const code = knownCode(kind, stored);
    return code === undefined ? stored : (t(`${kind}.${code}` as never) as string);
  };
  /** Found by section, division, digits and words alike. */
  const industryOption = (code: string): SelectOption => {
    const section = sectionOf(code);
    if (section === undefined) return { value: code, words: code };
    if (section === code) return { value: code, words: `${code} ${name("industry", code)}` };
    return { value: code, words: `${section}${code} ${name("industry", code)} · ${name("industry", section)}` };
  };
  const typed: CodeWords["typed"] = (kind, words) => CODES[kind].find((code) => name(kind, code) === words) ?? words;
  const options: CodeWords["options"] = (kind, ...stored) =>
    [...CODES[kind], ...stored.filter((each) => !CODES[kind].includes(each))].map((value) =>
      kind === "industry" ? industryOption(value) : { value, words: name(kind, value) },
    );
  return { name, typed, options };
}
