import { useTranslation } from "react-i18next";
import type { SelectOption } from "../../ui/fields/SelectField.tsx";

const DIVISIONS = 97;
const DIVISION_DIGITS = 2;

/** The kinds of codes that people read as words. */
export type CodeKind = "industry" | "jobFunction" | "jobLevel" | "channel";

/** The codes of each kind; industries by the divisions of GB/T 4754, as two digits. */
const CODES: Readonly<Record<CodeKind, readonly string[]>> = {
  industry: Array.from({ length: DIVISIONS }, (_, at) => String(at + 1).padStart(DIVISION_DIGITS, "0")),
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

/** `C2614`, `2614`, `26`: the division that a code of an industry lies in. */
const INDUSTRY = /^[A-T]?(\d{2})\d{0,2}$/;

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
  const code = kind === "industry" ? INDUSTRY.exec(stored)?.[1] : stored;
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
  const typed: CodeWords["typed"] = (kind, words) => CODES[kind].find((code) => name(kind, code) === words) ?? words;
  const options: CodeWords["options"] = (kind, ...stored) =>
    [...CODES[kind], ...stored.filter((each) => !CODES[kind].includes(each))].map((value) => ({
      value,
      words: name(kind, value),
    }));
  return { name, typed, options };
}
