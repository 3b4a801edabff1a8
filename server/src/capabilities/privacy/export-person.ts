import type { PersonExport } from "@tongzhou/contract/privacy";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { readPersonRows } from "../../platform/personal/find-person-rows.ts";
import { refuseFuture } from "./refuse-future.ts";
import { seekPerson } from "./find-people.ts";
import { readImages } from "./queries/sought-rows.ts";
import { insertRequest } from "./queries/request-rows.ts";
import type { Asked } from "./queries/request-rows.ts";

export const EXPORT_PERSON = operationKind("person.export", { notUndoable: "undo.exported" });

/**
 * Everything that is held about somebody, for them to read: what the tables say now and what the ledger says they said. That
 * it was handed out is written down; nothing of it is kept. @throws NotFound; Refused `asked_later`.
 */
export async function exportPerson(context: Acting, contactId: string, asked: Asked): Promise<PersonExport> {
  await refuseFuture(context, asked);
  const { survivorId, person } = await seekPerson(context, contactId);
  const sections = await readPersonRows(context, person);
  const changes = await readImages(context, [...person.contactIds, ...person.identifierIds]);
  await insertRequest(context, { contactId: survivorId, kind: "export", ...asked });
  return {
    at: context.now.toISOString(),
    sections: [
      ...sections.map(({ what, rows }) => ({ what, rows: rows.map((row) => ({ ...row })) })),
      ...(changes.length === 0 ? [] : [{ what: "changes", rows: changes.map((change) => ({ ...change })) }]),
    ],
  };
}
