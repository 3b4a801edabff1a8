import { z } from "zod";
import { ACCOUNT_KINDS } from "./account-kinds.ts";
import { Assigned, Assignment, AssignmentPreview } from "./assignment.ts";
import { ConditionField } from "./condition-fields.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { NewFieldValues, RowValues } from "./fields.ts";
import { CountQuery, ListCount, ListQuery, listOf } from "./list.ts";

export const SIZE_BANDS = ["1-49", "50-199", "200-999", "1000-4999", "5000+"] as const;

/** What a company is in its tree. */
export const TREE_PLACES = ["group", "subsidiary", "branch"] as const;
export const TreePlace = z.enum(TREE_PLACES);
export type TreePlace = z.infer<typeof TreePlace>;

/** A fact that a company has from the nearest one above it that knows it; `name` is null where the viewer may not read that one. */
const inherited = <Value extends z.ZodType>(value: Value) =>
  z.object({ value, from: z.object({ id: z.uuid(), name: z.string().nullable() }) }).nullable();

export const AccountRow = z.object({
  id: z.uuid(),
  /** What it has in fields the company added. */
  custom: RowValues,
  kind: z.enum(ACCOUNT_KINDS),
  name: z.string(),
  confirmed: z.boolean(),
  industryCode: z.string().nullable(),
  regionCode: z.string().nullable(),
  sizeBand: z.enum(SIZE_BANDS).nullable(),
  tier: z.string().nullable(),
  ownerId: z.uuid().nullable(),
  mayEdit: z.boolean(),
});
export type AccountRow = z.infer<typeof AccountRow>;

export const Account = AccountRow.extend({
  parentId: z.uuid().nullable(),
  /** Null where there is none, and where the viewer may not read it. */
  parentName: z.string().nullable(),
  /** As somebody set it; null: it follows from the name and the tree. */
  treePlace: TreePlace.nullable(),
  /** What it is in its tree; null for a company that stands alone. */
  place: TreePlace.nullable(),
  hasChildren: z.boolean(),
  /** What holds for it because of a company above it, where it has none of its own (R-ACC-1). */
  inherited: z.object({
    ownerId: inherited(z.uuid()),
    industryCode: inherited(z.string()),
    tier: inherited(z.string()),
  }),
  website: z.string().nullable(),
  address: z.string().nullable(),
  note: z.string().nullable(),
  creditCode: z.string().nullable(),
  mergedIntoId: z.uuid().nullable(),
});
export type Account = z.infer<typeof Account>;

const accountParams = z.object({ accountId: z.uuid() });
const Name = z.string().trim().min(1).max(200);
const text = (longest: number) => z.string().trim().min(1).max(longest).nullable();
const RegionCode = z
  .string()
  .regex(/^\d{6}$/)
  .nullable();

export const accounts = {
  list: endpoint({
    id: "accounts.listAccounts",
    method: "GET",
    path: "/accounts",
    summary: "Companies and households within the viewer's rights.",
    query: ListQuery,
    response: listOf(AccountRow),
    errors: ["filter_invalid", "cursor_invalid"],
  }),
  count: endpoint({
    id: "accounts.countAccounts",
    method: "GET",
    path: "/accounts/count",
    summary: "How many accounts a list has.",
    query: CountQuery,
    response: ListCount,
    errors: ["filter_invalid"],
  }),
  fields: endpoint({
    id: "accounts.listAccountFields",
    method: "GET",
    path: "/accounts/fields",
    summary: "The fields that filters of accounts may speak of.",
    response: z.array(ConditionField),
  }),
  assign: endpoint({
    id: "accounts.assignAccounts",
    method: "POST",
    path: "/accounts/assignments",
    summary: "Gives accounts to somebody, named or all that a filter chooses; those that are theirs already stay.",
    body: Assignment,
    response: Assigned,
    errors: ["account_owner_missing", "too_many_chosen", "filter_invalid"],
  }),
  previewAssignment: endpoint({
    id: "accounts.previewAssignment",
    method: "POST",
    path: "/accounts/assignment-previews",
    summary: "What giving accounts to somebody would do: how many go, from whom, how many stay and why.",
    body: Assignment,
    response: AssignmentPreview,
    errors: ["filter_invalid"],
  }),
  show: endpoint({
    id: "accounts.showAccount",
    method: "GET",
    path: "/accounts/:accountId",
    summary: "One company or household.",
    params: accountParams,
    response: Account,
  }),
  create: endpoint({
    id: "accounts.createAccount",
    method: "POST",
    path: "/accounts",
    summary: "Adds a company, or finds the one of this name or credit code; below another one where that is said.",
    body: z.object({
      name: Name,
      creditCode: z.string().trim().max(40).nullable().default(null),
      parentId: z.uuid().nullable().default(null),
      custom: NewFieldValues.optional(),
    }),
    response: z.object({ accountId: z.uuid(), created: z.boolean() }),
    errors: [
      "credit_code_impossible",
      "name_says_nothing",
      "account_of_others",
      "account_has_parent",
      "account_below_itself",
      "account_parent_missing",
      "account_tree_of_companies",
    ],
  }),
  edit: endpoint({
    id: "accounts.editAccount",
    method: "PATCH",
    path: "/accounts/:accountId",
    summary: "Changes facts of an account, or confirms it.",
    params: accountParams,
    body: z.object({
      name: changeOf(Name),
      confirmed: changeOf(z.boolean()),
      industryCode: changeOf(text(10)),
      regionCode: changeOf(RegionCode),
      sizeBand: changeOf(z.enum(SIZE_BANDS).nullable()),
      tier: changeOf(text(40)),
      treePlace: changeOf(TreePlace.nullable()),
      website: changeOf(text(500)),
      address: changeOf(text(500)),
      note: changeOf(text(10_000)),
    }),
    response: Account,
    errors: ["changed_meanwhile", "name_taken"],
  }),
  move: endpoint({
    id: "accounts.moveAccount",
    method: "POST",
    path: "/accounts/:accountId/moves",
    summary: "Puts a company with all below it under another one, or at the top of a tree of its own.",
    params: accountParams,
    body: z.object({ parentId: z.object({ from: z.uuid().nullable(), to: z.uuid().nullable() }) }),
    response: Account,
    errors: ["changed_meanwhile", "account_below_itself", "account_parent_missing", "account_tree_of_companies"],
  }),
};
