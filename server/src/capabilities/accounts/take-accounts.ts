import type { Viewer } from "../../platform/access/viewer.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { attachAccounts } from "./attach-accounts.ts";
import type { AccountDraft } from "./attach-accounts.ts";
import { confirmAccounts } from "./confirm-accounts.ts";
import { standsBelowIn } from "./domain/stands-below-in.ts";
import { findLinesAbove, lockToTake, lockTrees, setParents, writeTaken } from "./queries/take-account-rows.ts";
import type { LockedAccount, TakenFacts } from "./queries/take-account-rows.ts";

/** What becomes of a fact of a known company: only a blank is filled, the list wins, or nothing. */
export type AccountRule = "fill" | "overwrite" | "never";

/** A company as a list says it is; null says nothing. */
export interface AccountWish extends Omit<AccountDraft, keyof TakenFacts>, Readonly<TakenFacts> {
  readonly parent: Pick<AccountDraft, "name" | "key" | "creditCode" | "nameSort"> | null;
  readonly rules: Readonly<Partial<Record<keyof TakenFacts | "parent", AccountRule>>>;
}

/** What became of a wish. */
export interface TakenAccount {
  readonly accountId: string;
  readonly created: boolean;
  /** Facts that are other ones now. */
  readonly overwritten: number;
  /** Facts that differ and that the person may not edit. */
  readonly refused: number;
  /** The company would have stood below itself, so it stays where it is. */
  readonly circle: boolean;
}

const FACTS = ["industryCode", "regionCode", "sizeBand", "tier", "website", "address", "note"] as const;

/**
 * Takes a list of companies in: each is found by its credit code or the exact key of its name, or made, confirmed; of those
 * known already blanks are filled, and facts written over where the rule says so and the viewer may edit the company. A
 * company above that nobody knows is made, unconfirmed until a list or somebody says more of it.
 * @param viewer null for the house itself.
 * @returns one answer a wish, in order.
 */
export async function takeAccounts(
  context: Context,
  viewer: Viewer | null,
  wishes: readonly AccountWish[],
): Promise<TakenAccount[]> {
  if (wishes.length === 0) return [];
  const above = wishes.flatMap(({ parent }) => (parent === null ? [] : [{ ...parent, confirmed: false }]));
  // In one go: two would come back to locks that another has passed.
  const attached = await attachAccounts(context, [...wishes.map((wish) => ({ ...wish, confirmed: true })), ...above]);
  const own = attached.slice(0, wishes.length);
  const parents = attached.slice(wishes.length).map(({ accountId }) => accountId);
  if (above.length > 0) await lockTrees(context);
  const locked = await lockToTake(context, viewer, [...new Set(own.map(({ accountId }) => accountId))]);
  const made = new Set(own.flatMap(({ created, accountId }) => (created ? [accountId] : [])));
  const taking = new Taking(new Map(locked.map((row) => [row.id, row])), made, await findLinesAbove(context, parents));
  let next = 0;
  const answers = wishes.map((wish, place) => {
    const parentId = wish.parent === null ? null : (parents[next++] ?? null);
    const { accountId = "", created = false } = own[place] ?? {};
    return { accountId, created, ...taking.take(accountId, wish, parentId) };
  });
  await writeTaken(context, [...taking.changed.values()]);
  await setParents(
    context,
    [...taking.moved].map(([id, parentId]) => ({ id, parentId })),
  );
  await confirmAccounts(
    context,
    own.flatMap(({ created, accountId }) => (created ? [] : [accountId])),
  );
  const changed = new Set([...taking.changed.keys(), ...taking.moved.keys()]);
  await context.emit(
    "account.changed",
    [...changed].filter((id) => !made.has(id)),
  );
  return answers;
}

/** The companies of a batch while its rows are taken in, one after the other. */
class Taking {
  readonly changed = new Map<string, LockedAccount>();
  readonly moved = new Map<string, string>();

  constructor(
    private readonly accounts: ReadonlyMap<string, LockedAccount>,
    private readonly made: ReadonlySet<string>,
    private readonly lines: Map<string, string | null>,
  ) {}

  take(id: string, wish: AccountWish, parentId: string | null): Omit<TakenAccount, "accountId" | "created"> {
    const account = this.accounts.get(id);
    const answer = { overwritten: 0, refused: 0, circle: false };
    if (!account) return answer;
    const isMade = this.made.has(id);
    const verdict = (now: string | null, rule: AccountRule = "fill"): "takes" | "stays" | "refuses" => {
      if (now === null) return rule === "never" && !isMade ? "stays" : "takes";
      if (rule !== "overwrite") return "stays";
      return account.mayEdit || isMade ? "takes" : "refuses";
    };
    for (const fact of FACTS) {
      const [wanted, now] = [wish[fact], account[fact]];
      if (wanted === null || wanted === now) continue;
      const said = verdict(now, wish.rules[fact]);
      if (said === "refuses") answer.refused += 1;
      if (said !== "takes") continue;
      if (now !== null) answer.overwritten += 1;
      account[fact] = wanted;
      this.changed.set(id, account);
    }
    if (parentId === null || parentId === account.parentId) return answer;
    const said = verdict(account.parentId, wish.rules.parent);
    if (said === "refuses") answer.refused += 1;
    if (said !== "takes") return answer;
    if (standsBelowIn(this.lines, parentId, id)) return { ...answer, circle: true };
    if (account.parentId !== null) answer.overwritten += 1;
    account.parentId = parentId;
    this.lines.set(id, parentId);
    this.moved.set(id, parentId);
    return answer;
  }
}
