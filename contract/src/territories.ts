import { z } from "zod";
import { SIZE_BANDS } from "./accounts.ts";
import { endpoint } from "./endpoint.ts";
import { sectionOf } from "./industries.ts";
import { Holder } from "./rights.ts";

const unique = <Item extends z.ZodType<string>>(item: Item, most: number) =>
  z
    .array(item)
    .max(most)
    .default([])
    .transform((all) => [...new Set(all)].toSorted());

/** What companies are asked; what is empty asks nothing. A region is met by all within it, an industry by its divisions. */
export const TerritoryRule = z.object({
  regions: unique(z.string().regex(/^\d{6}$/), 50),
  industries: unique(
    z.string().refine((code) => /^([A-T]|\d{2})$/.test(code) && sectionOf(code) !== undefined),
    100,
  ),
  sizeBands: unique(z.enum(SIZE_BANDS), SIZE_BANDS.length),
});
export type TerritoryRule = z.infer<typeof TerritoryRule>;

/** Another territory with companies in both. */
const Overlap = z.object({ id: z.uuid(), name: z.string(), count: z.int() });

export const TerritoryReach = z.object({
  /** Companies in it now. */
  count: z.int(),
  overlaps: z.array(Overlap),
});
export type TerritoryReach = z.infer<typeof TerritoryReach>;

export const Territory = TerritoryReach.extend({
  id: z.uuid(),
  name: z.string(),
  holder: Holder.extend({ name: z.string() }),
  rule: TerritoryRule,
});
export type Territory = z.infer<typeof Territory>;

const territoryParams = z.object({ territoryId: z.uuid() });
const Draft = z.object({ name: z.string().trim().min(1).max(60), holder: Holder, rule: TerritoryRule });
export type TerritoryDraft = z.infer<typeof Draft>;
const made = z.object({ territoryId: z.uuid() });

export const territories = {
  list: endpoint({
    id: "territories.listTerritories",
    method: "GET",
    path: "/territories",
    summary: "Who works where, with how many companies lie there and which territories overlap.",
    response: z.array(Territory),
  }),
  preview: endpoint({
    id: "territories.previewTerritory",
    method: "POST",
    path: "/territory-previews",
    summary: "How many companies a rule would hold, and with which territories it would overlap.",
    body: z.object({ rule: TerritoryRule, exceptId: z.uuid().nullable().default(null) }),
    response: TerritoryReach,
    errors: ["territory_asks_nothing"],
  }),
  create: endpoint({
    id: "territories.createTerritory",
    method: "POST",
    path: "/territories",
    summary: "Adds a territory: a rule over companies that names a person or team.",
    body: Draft,
    response: made,
    errors: ["territory_asks_nothing", "territory_name_taken", "right_holder_missing"],
  }),
  edit: endpoint({
    id: "territories.editTerritory",
    method: "PUT",
    path: "/territories/:territoryId",
    summary: "Changes a territory; `from` is what the editor saw.",
    params: territoryParams,
    body: z.object({ from: Draft, to: Draft }),
    response: made,
    errors: ["territory_asks_nothing", "territory_name_taken", "right_holder_missing", "changed_meanwhile"],
  }),
  remove: endpoint({
    id: "territories.removeTerritory",
    method: "DELETE",
    path: "/territories/:territoryId",
    summary: "Removes a territory; nobody reaches anything by it any more.",
    params: territoryParams,
    response: made,
  }),
};
