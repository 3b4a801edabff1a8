import { z } from "zod";
import { ACCOUNT_KINDS } from "./account-kinds.ts";
import { Assigned, Assignment, AssignmentPreview } from "./assignment.ts";
import { ConditionField } from "./condition-fields.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { NewFieldValues, RowValues } from "./fields.ts";
import { CountQuery, ListCount, ListQuery, listOf } from "./list.ts";

export const SIZE_BANDS = ["1-49", "50-199", "200-999", "1000-4999", "5000+"] as const;

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
});
export type AccountRow = z.infer<typeof AccountRow>;

export const Account = AccountRow.extend({
  parentId: z.uuid().nullable(),
  parentName: z.string().nullable(),
  website: z.string().nullable(),
  address: z.string().nullable(),
  note: z.string().nullable(),
  creditCode: z.string().nullable(),
  mergedIntoId: z.uuid().nullable(),
  mayEdit: z.boolean(),
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
    summary: "Adds a company, or finds the one of this name or credit code.",
    body: z.object({
      name: Name,
      creditCode: z.string().trim().max(40).nullable().default(null),
      custom: NewFieldValues.optional(),
    }),
    response: z.object({ accountId: z.uuid(), created: z.boolean() }),
    errors: ["credit_code_impossible", "name_says_nothing", "account_of_others"],
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
      website: changeOf(text(500)),
      address: changeOf(text(500)),
      note: changeOf(text(10_000)),
    }),
    response: Account,
    errors: ["changed_meanwhile", "name_taken"],
  }),
};
