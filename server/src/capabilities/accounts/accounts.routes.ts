import { accounts } from "@tongzhou/contract/accounts";
import type { Account } from "@tongzhou/contract/accounts";
import type { Viewing } from "../../platform/access/acting.ts";
import { publishFields } from "../../platform/conditions/index.ts";
import { beginRecordValues, withRecordValues } from "../../platform/custom-fields/record-values.ts";
import { withHouseFields } from "../../platform/custom-fields/with-house-fields.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { conditionContextOf } from "../../platform/lists/choose-rows.ts";
import { rowChoiceOf } from "../../platform/lists/choose-ids.ts";
import { countList } from "../../platform/lists/count-list.ts";
import { previewAssignment } from "../../platform/lists/preview-assignment.ts";
import { readList } from "../../platform/lists/read-list.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { companyCalendar } from "../people/index.ts";
import { ACCOUNT, mayAssignAccounts, mayCreateAccounts, mayEditAccounts, mayReadAccounts } from "./accounts.access.ts";
import { accountFields } from "./accounts.fields.ts";
import { ASSIGN_ACCOUNTS, assignAccounts } from "./assign-accounts.ts";
import { CREATE_ACCOUNT, createAccount } from "./create-account.ts";
import { EDIT_ACCOUNT, editAccount } from "./edit-account.ts";
import { MOVE_ACCOUNT, moveAccount } from "./move-account.ts";
import { accountList, assignedAccounts } from "./queries/account-list.ts";
import { presentAccountRow, showAccount } from "./show-account.ts";
import { accountHomes } from "./shapes/account-homes.ts";

/** Companies and households. */
export function accountsRoutes(http: Http): void {
  serveRead(http, accounts.list, {
    allow: mayReadAccounts,
    async handle(context, { query }) {
      const page = await readList(accountList(), query, context, await companyCalendar(context));
      return {
        ...page,
        rows: await withRecordValues(
          context,
          "account",
          page.rows.map((row) => presentAccountRow(context.viewer, row)),
        ),
      };
    },
  });
  serveRead(http, accounts.count, {
    allow: mayReadAccounts,
    handle: async (context, { query }) => countList(accountList(), query, context, await companyCalendar(context)),
  });
  serveRead(http, accounts.fields, {
    allow: mayReadAccounts,
    handle: async ({ viewer }) =>
      publishFields(
        withHouseFields(accountFields, viewer.snapshot, "account"),
        conditionContextOf(viewer, ACCOUNT).accessTo,
      ),
  });
  serveRead(http, accounts.show, {
    allow: mayReadAccounts,
    handle: (context, { params }) => shown(context, params.accountId),
  });
  serveRead(http, accounts.previewAssignment, {
    allow: mayAssignAccounts,
    handle: async (context, { body: { choice, toId } }) =>
      previewAssignment(
        accountList(),
        rowChoiceOf(choice),
        assignedAccounts(toId),
        context,
        await companyCalendar(context),
      ),
  });
  serveWrite(http, accounts.assign, {
    allow: mayAssignAccounts,
    kind: ASSIGN_ACCOUNTS,
    handle: (context, { body: { choice, toId } }) =>
      assignAccounts(context, { choice: rowChoiceOf(choice), toId }, accountList()),
  });
  serveWrite(http, accounts.create, {
    allow: mayCreateAccounts,
    kind: CREATE_ACCOUNT,
    creates: "repeatable",
    async handle(context, { body: { custom, ...typed } }) {
      const attached = await createAccount(context, typed);
      const { accountId: id, created } = attached;
      await beginRecordValues(context, { object: "account", id, created, asked: true }, custom);
      return attached;
    },
  });
  serveWrite(http, accounts.edit, {
    allow: mayEditAccounts,
    kind: EDIT_ACCOUNT,
    async handle(context, { params, body }) {
      await editAccount(context, params.accountId, body);
      return shown(context, params.accountId);
    },
  });
  serveWrite(http, accounts.move, {
    allow: mayEditAccounts,
    kind: MOVE_ACCOUNT,
    async handle(context, { params, body }) {
      await moveAccount(context, params.accountId, body.parentId);
      return shown(context, params.accountId);
    },
  });
}

/** Whoever may not see a merged account any more is led to the one that goes on for it. */
async function shown(context: Pick<Viewing, "tx" | "viewer">, accountId: string): Promise<Account> {
  const account = await showAccount(context, accountId);
  if (account) return account;
  const survivorId = (await accountHomes.pathToSurvivor(context, accountId)).at(-1);
  const survivor = survivorId === undefined ? undefined : await showAccount(context, survivorId);
  if (!survivor) throw new NotFound();
  return survivor;
}
