import { Phrasebook } from "../../platform/problems/sentences.ts";
import type { SpokenLanguage } from "../../platform/problems/sentences.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };

const phrases = new Phrasebook();
phrases.add({ zh, en });

/** What a file says besides its values, in one language. */
export interface ExportWords {
  head(object: string, column: string): string;
  /** A code in words; one without words stays as it is. */
  word(group: string, code: string): string;
  /** The records of an object: the name of the sheet and of the file. */
  records(object: string): string;
  watermark(company: string, person: string, at: string): string;
}

/** The words of a language; workers have no request that brings them. */
export function exportWords(language: SpokenLanguage): ExportWords {
  const say = (code: string, params = {}): string => phrases.say(language, code, params).title;
  return {
    head: (object, column) => say(`export.column.${object}.${column}`),
    word: (group, code) => (phrases.has(`export.word.${group}.${code}`) ? say(`export.word.${group}.${code}`) : code),
    records: (object) => say(`export.records.${object}`),
    watermark: (company, person, at) => say("export.watermark", { company, person, at }),
  };
}
