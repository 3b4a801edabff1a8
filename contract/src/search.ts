import { z } from "zod";
import { endpoint } from "./endpoint.ts";

export const SEARCH_OBJECTS = ["contact", "lead", "account", "opportunity", "campaign"] as const;
export const SearchObject = z.enum(SEARCH_OBJECTS);
export type SearchObject = z.infer<typeof SearchObject>;

export const SearchHit = z.object({
  object: SearchObject,
  id: z.uuid(),
  /** The name; null for a person without one. */
  title: z.string().nullable(),
  /** A second line in the record's own words: the company of a person, the account of an opportunity. */
  subtitle: z.string().nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const search = {
  find: endpoint({
    id: "search.find",
    method: "GET",
    path: "/search",
    summary:
      "Finds records by characters, pinyin, initials, numbers, mailboxes and credit codes, within the viewer's rights.",
    query: z.object({
      text: z.string().trim().max(200),
      objects: z
        .string()
        .default("")
        .transform((list) => list.split(",").filter(Boolean))
        .pipe(z.array(SearchObject)),
      limit: z.coerce.number().int().min(1).max(20).default(6),
    }),
    response: z.object({ hits: z.array(SearchHit) }),
  }),
};
