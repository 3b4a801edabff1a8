/** Languages the house speaks; the first is what it was written in. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type SpokenLanguage = (typeof LANGUAGES)[number];

/** The sentences of a code: what happened, and what was kept and what to do. `{name}` stands for a parameter. */
export interface Sentences {
  readonly title: string;
  readonly detail?: string;
}

/** One `messages.*.json`. */
export type Messages = Readonly<Record<string, Sentences>>;

/** The `messages.zh.json` and `messages.en.json` of a capability. */
export interface BothMessages {
  readonly zh: Messages;
  readonly en: Messages;
}

/** All sentences of the house by code. */
export class Phrasebook {
  readonly #messages = new Map<string, BothMessages[keyof BothMessages][string][]>();

  /** @throws Error when a code is spoken for already or is missing in one language. */
  add(messages: BothMessages): void {
    for (const code of new Set([...Object.keys(messages.zh), ...Object.keys(messages.en)])) {
      const [zh, en] = [messages.zh[code], messages.en[code]];
      if (!zh || !en) throw new Error(`the sentence of ${code} is missing in one of the languages`);
      if (this.#messages.has(code)) throw new Error(`there are two sentences for ${code}`);
      this.#messages.set(code, [zh, en]);
    }
  }

  has(code: string): boolean {
    return this.#messages.has(code);
  }

  /** The sentences of a code with their parameters filled in; a code without sentences answers with itself. */
  say(language: SpokenLanguage, code: string, params: Readonly<Record<string, unknown>> = {}): Sentences {
    const spoken = this.#messages.get(code)?.[LANGUAGES.indexOf(language)];
    if (!spoken) return { title: code };
    const title = fill(spoken.title, params);
    return spoken.detail === undefined ? { title } : { title, detail: fill(spoken.detail, params) };
  }
}

function fill(sentence: string, params: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : whole;
  });
}

/**
 * The language of somebody who is not signed in, from `Accept-Language` (RFC 9110 §12.5.4): the acceptable one with the
 * highest weight; Chinese when nothing fits.
 */
export function chooseLanguage(acceptLanguage: string | undefined): SpokenLanguage {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((wish) => {
      const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
      const weight = parameters.map((parameter) => /^\s*q=(.*)$/.exec(parameter)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter((wish) => wish.weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of wishes) {
    if (tag === "en" || tag.startsWith("en-")) return "en";
    if (tag === "zh" || tag.startsWith("zh-")) return "zh-CN";
  }
  return LANGUAGES[0];
}
