import type { RoutingMemberRow } from "@tongzhou/contract/routing";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { findMembers, findRoutablePeople, saveMember } from "./queries/routing-people.ts";

export const SET_MEMBER = operationKind("routing_member.set");

/** Says whether somebody takes leads from the rules, and how many at most. @throws NotFound for somebody who left. */
export async function setMember(
  context: Context,
  personId: string,
  member: { readonly takesLeads: boolean; readonly capacity: number | null },
): Promise<RoutingMemberRow> {
  if (!(await findRoutablePeople(context)).some((person) => person.personId === personId)) throw new NotFound();
  await saveMember(context, personId, member);
  const saved = (await findMembers(context)).find((one) => one.personId === personId);
  if (!saved) throw new NotFound();
  return saved;
}
