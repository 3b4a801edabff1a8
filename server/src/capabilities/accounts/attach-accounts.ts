import type { Context } from "../../platform/ledger/context.ts";
import { insertAccounts, lockAccountIdentifiers } from "./queries/attach-account-rows.ts";
import type { NewAccount, NewAccountIdentifier } from "./queries/attach-account-rows.ts";

/** A company as some record names it. */
export interface AccountDraft {
  readonly name: string;
  /** As `companyKey` makes it; null when the name says nothing. */
  readonly key: string | null;
  /** As `creditCode` makes it. */
  readonly creditCode: string | null;
  readonly nameSort: string;
  readonly industryCode?: string | null;
  readonly regionCode?: string | null;
  readonly sizeBand?: string | null;
  readonly website?: string | null;
  readonly address?: string | null;
  readonly tier?: string | null;
  readonly note?: string | null;
  /** Who answers for it if it is new; a known one keeps its owner. */
  readonly ownerId?: string | null;
  /** Whether a new one counts as confirmed; not, unless said. */
  readonly confirmed?: boolean;
}

export interface AttachedAccount {
  readonly accountId: string;
  /** Where the account came from before any merge; rows of this record have their home there (R-ID-7). */
  readonly homeAccountId: string;
  readonly created: boolean;
}

interface Known {
  readonly accountId: string;
  readonly homeId: string;
}

/** Identifiers met so far, of the database and of this batch, by `kind value`. */
type KnownAccounts = Map<string, Known>;

const nameOf = (kind: string, value: string): string => `${kind} ${value}`;

/**
 * Attaches each draft to the account that has its credit code, else its exact name key, else makes a new one, unconfirmed
 * unless the draft says otherwise (R-ID-2). A name alone does not join two companies with different credit codes. Drafts are taken in order, so the second
 * of a batch attaches to the first; a batch of one is the same.
 * @returns one answer a draft, in order.
 */
export async function attachAccounts(context: Context, drafts: readonly AccountDraft[]): Promise<AttachedAccount[]> {
  if (drafts.length === 0) return [];
  const wanted = drafts.flatMap(identifiersOf);
  const found = await lockAccountIdentifiers(context, wanted);
  const known: KnownAccounts = new Map(found.map((row) => [nameOf(row.kind, row.value), row]));
  const codes = new Map(found.flatMap((row) => (row.creditCode === null ? [] : [[row.accountId, row.creditCode]])));
  const accounts: NewAccount[] = [];
  const identifiers: NewAccountIdentifier[] = [];
  const attached = drafts.map((draft) => attachOne(context, draft, known, codes, accounts, identifiers));
  await insertAccounts(context, accounts, identifiers);
  await context.emit(
    "account.captured",
    accounts.map((account) => account.id),
  );
  return attached;
}

function identifiersOf(draft: AccountDraft): { kind: string; value: string }[] {
  return [
    ...(draft.creditCode === null ? [] : [{ kind: "credit_code", value: draft.creditCode }]),
    ...(draft.key === null ? [] : [{ kind: "company_key", value: draft.key }]),
  ];
}

function attachOne(
  context: Context,
  draft: AccountDraft,
  known: KnownAccounts,
  codes: Map<string, string>,
  accounts: NewAccount[],
  identifiers: NewAccountIdentifier[],
): AttachedAccount {
  const existing = findExisting(draft, known, codes);
  const target = existing ?? makeAccount(context, draft, accounts, identifiers);
  for (const { kind, value } of identifiersOf(draft)) {
    if (known.has(nameOf(kind, value))) continue;
    if (kind === "credit_code" && codes.has(target.accountId)) continue;
    known.set(nameOf(kind, value), target);
    if (kind === "credit_code") codes.set(target.accountId, value);
    identifiers.push(identifierRow(context, target, kind, value, kind === "company_key" ? draft.name : value));
  }
  return { accountId: target.accountId, homeAccountId: target.homeId, created: existing === undefined };
}

function findExisting(
  draft: AccountDraft,
  known: KnownAccounts,
  codes: ReadonlyMap<string, string>,
): Known | undefined {
  const byCode = draft.creditCode === null ? undefined : known.get(nameOf("credit_code", draft.creditCode));
  if (byCode) return byCode;
  const byName = draft.key === null ? undefined : known.get(nameOf("company_key", draft.key));
  if (!byName) return undefined;
  const code = codes.get(byName.accountId);
  return draft.creditCode === null || code === undefined || code === draft.creditCode ? byName : undefined;
}

function makeAccount(
  context: Context,
  draft: AccountDraft,
  accounts: NewAccount[],
  identifiers: NewAccountIdentifier[],
): Known {
  const id = context.newId();
  accounts.push({
    id,
    kind: "company",
    name: draft.name,
    name_sort: draft.nameSort,
    confirmed: draft.confirmed ?? false,
    industry_code: draft.industryCode ?? null,
    region_code: draft.regionCode ?? null,
    size_band: draft.sizeBand ?? null,
    website: draft.website ?? null,
    address: draft.address ?? null,
    tier: draft.tier ?? null,
    note: draft.note ?? null,
    owner_id: draft.ownerId ?? null,
  });
  const made = { accountId: id, homeId: id };
  identifiers.push(identifierRow(context, made, "record", id, null));
  return made;
}

function identifierRow(
  context: Context,
  { accountId, homeId }: Known,
  kind: string,
  value: string,
  raw: string | null,
): NewAccountIdentifier {
  return {
    id: context.newId(),
    account_id: accountId,
    home_account_id: homeId,
    kind,
    value,
    raw,
    valid_from: context.now,
  };
}
