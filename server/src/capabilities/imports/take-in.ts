import type { Context } from "../../platform/ledger/context.ts";
import type { TakenValues } from "../fields/index.ts";
import { attachRows } from "./attach-rows.ts";
import { captureRows, takingRules } from "./capture-rows.ts";
import type { TakenRow } from "./capture-rows.ts";
import { overwriteKnown } from "./overwrite-known.ts";
import type { Overwritten } from "./overwrite-known.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { ResolvedRow } from "./resolve-rows.ts";
import { takeAdded } from "./take-added.ts";
import { takeCompanies } from "./take-companies.ts";

/** What was written over for a row, and what could not be. */
export interface Written extends Overwritten {
  /** Names of unique fields whose value another record has. */
  readonly taken: readonly string[];
  /** A company would have stood below itself. */
  readonly circle?: boolean;
}

export interface TakenIn {
  /** One answer a row. */
  readonly captured: readonly TakenRow[];
  /** By the row's place. */
  readonly written: ReadonlyMap<number, Written>;
}

/** Whether a row brought somebody, or of a list of companies a company, that nobody knew. */
export const isNew = ({ contactId, newContact, newAccount }: TakenRow): boolean =>
  contactId === null ? newAccount : newContact;

/** Takes rows in as what they are: leads, people or companies; then what columns of added fields say of them. */
export async function takeIn(context: Context, plan: ImportPlan, rows: readonly ResolvedRow[]): Promise<TakenIn> {
  const taken =
    plan.settings.object === "account" ? await companies(context, plan, rows) : await people(context, plan, rows);
  const added = await takeAdded(context, plan, rows, taken.captured);
  return { ...taken, written: bothOf(taken.written, added) };
}

async function people(context: Context, plan: ImportPlan, rows: readonly ResolvedRow[]): Promise<TakenIn> {
  const take = plan.settings.object === "contact" ? attachRows : captureRows;
  const captured: readonly TakenRow[] = await take(context, plan, rows);
  const own = await overwriteKnown(context, takingRules(plan), rows, captured);
  return { captured, written: new Map([...own].map(([place, one]) => [place, { ...one, taken: [] }])) };
}

async function companies(context: Context, plan: ImportPlan, rows: readonly ResolvedRow[]): Promise<TakenIn> {
  const answers = await takeCompanies(context, plan, rows);
  return {
    captured: answers.map(({ accountId, created }) => ({
      contactId: null,
      leadId: null,
      accountId,
      newContact: false,
      newAccount: created,
      outcome: null,
      refused: null,
    })),
    written: new Map(
      answers.map(({ overwritten, refused, circle }, place) => [place, { overwritten, refused, circle, taken: [] }]),
    ),
  };
}

/** What became of values, those that the product brings along and those that the company added. */
function bothOf(
  own: ReadonlyMap<number, Written>,
  added: ReadonlyMap<number, TakenValues>,
): ReadonlyMap<number, Written> {
  if (added.size === 0) return own;
  const both = new Map(own);
  for (const [place, { overwritten, refused, taken }] of added) {
    const one = own.get(place);
    both.set(place, {
      ...one,
      overwritten: (one?.overwritten ?? 0) + overwritten,
      refused: (one?.refused ?? 0) + refused,
      taken,
    });
  }
  return both;
}
