import { SEARCH_OBJECTS } from "@tongzhou/contract/search";
import type { SearchHit, SearchObject } from "@tongzhou/contract/search";
import type { Viewing } from "../../platform/access/acting.ts";
import { creditCode } from "../accounts/index.ts";
import { normaliseIdentifier } from "../contacts/index.ts";
import { searchQuery } from "./domain/search-query.ts";
import { findByIdentifier, findByMailPrefix, findByName } from "./queries/find-hits.ts";

/**
 * Finds records by what somebody typed: whole numbers, mailboxes and codes exactly, mailboxes by their beginning, names by
 * characters, pinyin and initials, each object for itself. Records out of the viewer's reach are not found.
 */
export async function findRecords(
  viewing: Viewing,
  asked: { readonly text: string; readonly objects: readonly SearchObject[]; readonly limit: number },
): Promise<SearchHit[]> {
  const objects = asked.objects.length > 0 ? asked.objects : SEARCH_OBJECTS;
  const exact = (await findByIdentifier(viewing, wholeValues(asked.text))).filter((hit) =>
    objects.includes(hit.object),
  );
  const query = searchQuery(asked.text);
  const named: SearchHit[] = [];
  if (query && query.mailPrefix !== null && objects.includes("contact"))
    named.push(...(await findByMailPrefix(viewing, query.mailPrefix, asked.limit)));
  if (query)
    for (const object of objects) named.push(...(await findByName(viewing, object, query, asked.text, asked.limit)));
  const hits = new Map([...exact, ...named].map((hit) => [`${hit.object} ${hit.id}`, hit]));
  return [...hits.values()];
}

/** What the text is when it is a whole identifier. */
function wholeValues(text: string): { kind: string; value: string }[] {
  const values: { kind: string; value: string }[] = [];
  for (const kind of ["phone", "email"] as const) {
    const { value, problem } = normaliseIdentifier(kind, text);
    if (value !== null && problem === null) values.push({ kind, value });
  }
  const code = creditCode(text);
  if (code.level !== "format_error") values.push({ kind: "credit_code", value: code.code });
  return values;
}
