import type { SpokenLanguage } from "../problems/sentences.ts";

/** What a file says besides values, in the language of whoever takes it out. */
export interface FileWords {
  readonly language: SpokenLanguage;
  /** The currency of the company: amounts in it are figures. */
  readonly currency: string;
  /** A code in words: `word("stage", "mql")`; one without words stays as it is. */
  word(group: string, code: string): string;
}
