import type { PrivacyRequest } from "@tongzhou/contract/privacy";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { findRequests } from "./queries/request-rows.ts";

const SHOWN = 200;

/** Who asked for what, the newest first. */
export async function listRequests(context: Pick<ReadContext, "tx">): Promise<PrivacyRequest[]> {
  return (await findRequests(context, SHOWN)).map(({ doneAt, personId, personName, ...request }) => ({
    ...request,
    doneAt: doneAt.toISOString(),
    by: personId === null || personName === null ? null : { id: personId, name: personName },
  }));
}
