import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, Invalid, Refused } from "../../platform/problems/refusal.ts";
import { attachAccounts } from "./attach-accounts.ts";
import type { AttachedAccount } from "./attach-accounts.ts";
import { companyKey } from "./domain/company-key.ts";
import { creditCode } from "./domain/credit-code.ts";
import { sortCompanyName } from "./domain/sort-company-name.ts";
import { moveAccount } from "./move-account.ts";
import { findAccount } from "./queries/account-rows.ts";
import type { StoredAccount } from "./queries/account-rows.ts";

export const CREATE_ACCOUNT = operationKind("account.create");

/**
 * Adds a company that somebody types in, through the same door as every other record: who is known already is found. Typed
 * by a person, it counts as confirmed and is theirs until it is given to somebody else.
 * @throws Invalid `credit_code_impossible`; Refused `name_says_nothing`; Conflict `account_of_others` for one that is known
 * but out of the viewer's reach: nothing of it is changed; with `parentId` what `moveAccount` throws, and Refused
 * `account_has_parent` for one that stands below another.
 */
export async function createAccount(
  context: Acting,
  typed: { readonly name: string; readonly creditCode: string | null; readonly parentId?: string | null },
): Promise<AttachedAccount> {
  const key = companyKey(typed.name);
  if (key === null) throw new Refused("name_says_nothing");
  const [attached] = await attachAccounts(context, [
    {
      name: typed.name,
      key,
      creditCode: readCreditCode(typed.creditCode),
      nameSort: sortCompanyName(typed.name),
      ownerId: context.viewer.personId,
      confirmed: true,
    },
  ]);
  if (!attached) throw new Error("one draft gave no account");
  const known = attached.created ? undefined : await findAccount(context, attached.accountId);
  if (!attached.created && !known) throw new Conflict("account_of_others");
  if (typed.parentId) await putBelow(context, attached.accountId, known, typed.parentId);
  return attached;
}

/** One that stands below another already is moved on purpose or not at all. */
async function putBelow(
  context: Acting,
  id: string,
  known: StoredAccount | undefined,
  parentId: string,
): Promise<void> {
  const from = known?.parentId ?? null;
  if (from !== null && from !== parentId) throw new Refused("account_has_parent", { name: known?.name });
  await moveAccount(context, id, { from, to: parentId });
}

/** A wrong format is refused; a wrong check digit is kept, because real codes with one are in use. */
function readCreditCode(raw: string | null): string | null {
  if (raw === null || raw === "") return null;
  const { code, level } = creditCode(raw);
  if (level !== "format_error") return code;
  throw new Invalid([{ pointer: "/creditCode", code: "credit_code_impossible" }], "credit_code_impossible");
}
