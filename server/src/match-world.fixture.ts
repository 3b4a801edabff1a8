import { attachAccounts, companyKey, sortCompanyName } from "./capabilities/accounts/index.ts";
import { attachContacts, normaliseIdentifier, sortName } from "./capabilities/contacts/index.ts";
import { identityLongOperations } from "./capabilities/identity/index.ts";
import { runBatch } from "./platform/jobs/run-batch.ts";
import type { House } from "./platform/ledger/context.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

const MEET = operationKind("test.meet");
const SYSTEM = { kind: "system" } as const;

/** Somebody as they come in: phones and mailboxes in `reached`. */
export interface Met {
  readonly name: string;
  readonly company?: string;
  readonly reached?: readonly string[];
  readonly ownerId?: string;
}

/** Takes people in as capture does. @returns their contacts. */
export async function meet(house: House, people: readonly Met[]): Promise<string[]> {
  const { result } = await operate(house, { actor: SYSTEM, kind: MEET, source: "job" }, async (context) => {
    const companies = [...new Set(people.flatMap(({ company }) => company ?? []))];
    const accounts = await attachAccounts(
      context,
      companies.map((name) => ({
        name,
        key: companyKey(name),
        creditCode: null,
        nameSort: sortCompanyName(name),
        ownerId: null,
      })),
    );
    const accountOf = new Map(companies.map((name, place) => [name, accounts[place]?.accountId ?? null]));
    return attachContacts(
      context,
      people.map(({ name, company, reached = [], ownerId = null }) => ({
        name,
        nameSort: sortName(name),
        accountId: company === undefined ? null : (accountOf.get(company) ?? null),
        ownerId,
        at: context.now,
        identifiers: reached.map((text) => {
          const made = normaliseIdentifier(text.includes("@") ? "email" : "phone", text);
          return { ...made, value: made.value ?? "", raw: text };
        }),
      })),
    );
  });
  return result.map(({ contactId }) => contactId);
}

/** Runs the next batch of a matching, as a worker does. @returns whether there is more. */
export async function matchOn(house: House, id: string): Promise<boolean> {
  const [definition] = identityLongOperations;
  if (!definition) throw new Error("identity has no long operation");
  return (await runBatch(house, definition, id)) === "more";
}

const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"];
const GIVEN = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红梅鑫波"];
const TRADES = ["智能", "轨交", "冶金", "热电", "石化", "港务"];

/** So many people of many companies, every fifth of them met twice: with another mailbox and a slip in the phone. */
export function crowd(people: number): Met[] {
  return Array.from({ length: people }, (_, place): Met[] => {
    const of = (list: readonly string[], by: number): string => list[Math.floor(place / by) % list.length] ?? "";
    const name = of(SURNAMES, 1) + of(GIVEN, 3) + of(GIVEN, 41);
    const company = `${of(SURNAMES, 7)}${of(GIVEN, 11)}${of(TRADES, 2)}有限公司`;
    const phone = `139${String(20_000_000 + place * 7919)}`;
    const met = { name, company, reached: [phone, `p${place}@firm${place % 97}.example`] };
    if (place % 5 !== 0) return [met];
    const slip = `${phone.slice(0, 9)}${phone[10]}${phone[9]}`;
    return [met, { name, company, reached: slip === phone ? [`again${place}@mail.example`] : [slip] }];
  }).flat();
}
