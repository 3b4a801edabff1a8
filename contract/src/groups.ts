import { z } from "zod";
import { TreePlace } from "./accounts.ts";
import { endpoint } from "./endpoint.ts";
import { PageQuery, pageOf } from "./paging.ts";

/** How many the viewer may open, and how many more there are outside their rights (R-ACC-5). */
const Counted = z.object({ count: z.int(), outside: z.int() });
const Amount = z.object({ currency: z.string(), amount: z.int() });
export type GroupAmount = z.infer<typeof Amount>;

/** Deals the viewer may open; null amounts: the viewer may not add amounts up. */
const Deals = Counted.extend({ amounts: z.array(Amount).nullable() });

/** What a company, or it with all below it, adds up to. Nothing counts twice: a contact in two of its companies is one. */
export const GroupFigures = z.object({
  companies: Counted,
  contacts: Counted,
  /** Open ones. */
  leads: Counted,
  running: Deals,
  won: Deals,
  /** The newest touch or activity. */
  lastAt: z.iso.datetime().nullable(),
});
export type GroupFigures = z.infer<typeof GroupFigures>;

/** One company of a tree, with what is its own. Of one the viewer may not read there is the place alone. */
export const GroupRow = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  name: z.string().nullable(),
  place: TreePlace.nullable(),
  confirmed: z.boolean(),
  owner: z.object({ id: z.uuid(), name: z.string(), inherited: z.boolean() }).nullable(),
  /** Directly below it, as far as the viewer sees them. */
  children: z.int(),
  contacts: z.int(),
  leads: z.int(),
  running: z.object({ count: z.int(), amounts: z.array(Amount).nullable() }),
  won: z.object({ count: z.int(), amounts: z.array(Amount).nullable() }),
  lastAt: z.iso.datetime().nullable(),
  mayMove: z.boolean(),
});
export type GroupRow = z.infer<typeof GroupRow>;

const params = z.object({ accountId: z.uuid() });

export const GROUP_SCOPES = ["one", "whole"] as const;

export const groups = {
  figures: endpoint({
    id: "groups.showGroupFigures",
    method: "GET",
    path: "/groups/:accountId/figures",
    summary:
      "What one company, or it with all below it, adds up to within the viewer's rights, and how many are outside them.",
    params,
    query: z.object({ scope: z.enum(GROUP_SCOPES).default("one") }),
    response: GroupFigures,
  }),
  tree: endpoint({
    id: "groups.showGroupTree",
    method: "GET",
    path: "/groups/:accountId",
    summary: "The top of the group a company is in, the way down to it, and how many companies the group has.",
    params,
    response: z.object({ top: GroupRow, path: z.array(z.uuid()), companies: Counted }),
  }),
  children: endpoint({
    id: "groups.listChildren",
    method: "GET",
    path: "/groups/:accountId/children",
    summary: "The companies directly below one: those the viewer may read, and those that lead to such.",
    params,
    query: PageQuery,
    response: pageOf(GroupRow),
    errors: ["cursor_invalid"],
  }),
};
