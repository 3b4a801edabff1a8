import { z } from "zod";
import { RuleGroup } from "./conditions.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";

export const VIEW_VISIBILITIES = ["private", "team", "everyone"] as const;
export const ViewVisibility = z.enum(VIEW_VISIBILITIES);
export type ViewVisibility = z.infer<typeof ViewVisibility>;

const ViewName = z.string().trim().min(1).max(60);
const ViewObject = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z_]*$/);
const ViewColumns = z.array(z.string().min(1).max(60)).max(60);
/** As in a list's URL: `-captured`; empty for the list's own. */
const ViewSort = z.string().max(60);

/** A named filter, sort and choice of columns of one list. */
export const SavedView = z.object({
  id: z.uuid(),
  object: z.string(),
  /** A key of a name when shipped, else the name itself. */
  name: z.string(),
  shipped: z.boolean(),
  ownerId: z.uuid().nullable(),
  visibility: ViewVisibility,
  filter: RuleGroup,
  columns: ViewColumns,
  sort: ViewSort,
  mayEdit: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

const viewParams = z.object({ viewId: z.uuid() });

export const savedViews = {
  list: endpoint({
    id: "views.listViews",
    method: "GET",
    path: "/views",
    summary: "The views of one list that one may use: shipped ones, shared ones, one's own; in their order.",
    query: z.object({ object: ViewObject }),
    response: z.array(SavedView),
  }),
  create: endpoint({
    id: "views.createView",
    method: "POST",
    path: "/views",
    summary: "Saves a view, for oneself or shared.",
    body: z.object({
      object: ViewObject,
      name: ViewName,
      visibility: ViewVisibility.default("private"),
      filter: RuleGroup,
      columns: ViewColumns.default([]),
      sort: ViewSort.default(""),
    }),
    response: SavedView,
  }),
  edit: endpoint({
    id: "views.editView",
    method: "PATCH",
    path: "/views/:viewId",
    summary: "Renames, shares or changes a view of one's own.",
    params: viewParams,
    body: z.object({
      name: changeOf(ViewName),
      visibility: changeOf(ViewVisibility),
      filter: changeOf(RuleGroup),
      columns: changeOf(ViewColumns),
      sort: changeOf(ViewSort),
    }),
    response: SavedView,
    errors: ["changed_meanwhile"],
  }),
  remove: endpoint({
    id: "views.removeView",
    method: "DELETE",
    path: "/views/:viewId",
    summary: "Deletes a view of one's own.",
    params: viewParams,
    response: z.object({}),
  }),
  order: endpoint({
    id: "views.orderViews",
    method: "PUT",
    path: "/views/order",
    summary: "Puts one's own views of a list into this order, behind the shipped ones.",
    body: z.object({ object: ViewObject, viewIds: z.array(z.uuid()).min(1).max(100) }),
    response: z.array(SavedView),
  }),
};
