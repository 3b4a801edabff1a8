import { overwriteContacts } from "../contacts/index.ts";
import type { TakingRules } from "../contacts/index.ts";
import type { TakenRow } from "./capture-rows.ts";
import type { Context } from "../../platform/ledger/context.ts";
import type { ResolvedRow } from "./resolve-rows.ts";
import { importingViewer } from "./importing-viewer.ts";

/** What was written over for a row. */
export type Overwritten = Awaited<ReturnType<typeof overwriteContacts>>[number];

/**
 * Where a column says that the file wins, writes its values over those of people known already, with the rights that whoever
 * imports has now.
 * @returns by the row's place among the rows; rows of new people are not in it.
 */
export async function overwriteKnown(
  context: Context,
  rules: TakingRules,
  rows: readonly ResolvedRow[],
  captured: readonly TakenRow[],
): Promise<Map<number, Overwritten>> {
  if (!Object.values(rules).includes("overwrite")) return new Map();
  const places = captured.flatMap(({ newContact }, place) => (newContact ? [] : [place]));
  const wishes = places.map((place) => {
    const draft = rows[place]?.row.draft;
    const wanted = (rule: keyof TakingRules, value: string | null | undefined): string | null =>
      rules[rule] === "overwrite" ? (value ?? null) : null;
    return {
      contactId: captured[place]?.contactId ?? "",
      name: wanted("name", draft?.name),
      title: wanted("title", draft?.jobTitle),
      regionCode: wanted("regionCode", draft?.region),
    };
  });
  const viewer = await importingViewer(context);
  const granted = await overwriteContacts(context, viewer, wishes);
  return new Map(places.flatMap((place, at) => (granted[at] ? [[place, granted[at]] as const] : [])));
}
