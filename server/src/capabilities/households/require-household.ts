import type { Acting } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { readAccount } from "../accounts/index.ts";

/** The household, when the viewer may edit it and it goes on as itself. @throws NotFound. */
export async function requireHousehold(
  context: Acting,
  id: string,
): Promise<{ id: string; name: string; ownerId: string | null; regionCode: string | null }> {
  const account = await readAccount(context, id, "edit");
  if (!account || account.kind !== "household" || account.mergedIntoId !== null) throw new NotFound();
  return account;
}
