import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** In Chinese two characters are a name; shorter than this any other word may be part of another. */
const SHORTEST_LETTERS = 5;
const CHINESE_NAME = /^\p{Script=Han}.+/u;
const CHINESE_COUNTRY = "+86";

/**
 * Everything people of these records were called and reached by, ever, as texts may carry it; the longest first, so that no
 * rest of one remains when another is taken out.
 */
export async function personWords({ tx }: Pick<ReadContext, "tx">, contactIds: readonly string[]): Promise<string[]> {
  const ids = [...contactIds];
  const { rows } = await sql<{ word: string | null }>`
    select name as word from contact where id = any(${ids}::uuid[])
    union select name from contact_alias where contact_id = any(${ids}::uuid[]) or home_contact_id = any(${ids}::uuid[])
    union select unnest(array[value, raw]) from identifier
      where kind <> 'record' and (contact_id = any(${ids}::uuid[]) or home_contact_id = any(${ids}::uuid[]))
    union select unnest(array[before ->> 'name', after ->> 'name']) from published.change
      where table_name = 'contact' and row_id = any(${ids}::uuid[])
    union select before ->> 'name' from published.change
      where table_name = 'contact_alias' and act = 'd' and before ->> 'contact_id' = any(${ids}::text[])`.execute(tx);
  const words = rows.flatMap(({ word }) => (word === null ? [] : spellings(word)));
  return [...new Set(words)].filter(isTelling).toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** A number is written with and without the code of the country. */
function spellings(word: string): string[] {
  const written = word.trim();
  return written.startsWith(CHINESE_COUNTRY) ? [written, written.slice(CHINESE_COUNTRY.length)] : [written];
}

const isTelling = (word: string): boolean => CHINESE_NAME.test(word) || word.length >= SHORTEST_LETTERS;
