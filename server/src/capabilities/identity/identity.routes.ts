import { duplicatePairs } from "@tongzhou/contract/duplicate-pairs";
import { identity } from "@tongzhou/contract/identity";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { mayEditContacts, mayReadContacts, readContact } from "../contacts/index.ts";
import { JUDGE_PAIR, judgePair } from "./judge-pair.ts";
import { listPairs } from "./list-pairs.ts";
import { MERGE_CONTACTS, mergeContacts } from "./merge-contacts.ts";
import { previewMerge } from "./preview-merge.ts";
import { listMergesBelow } from "./queries/merge-rows.ts";
import { countWaitingPairs } from "./queries/waiting-pairs.ts";
import { showPair } from "./show-pair.ts";
import { UNMERGE_CONTACT, previewUnmerge, unmergeContact } from "./unmerge-contact.ts";

/** Which records are the same customer, and who said so. */
export function identityRoutes(http: Http): void {
  serveRead(http, identity.previewMerge, {
    allow: mayEditContacts,
    handle: (context, { body }) => previewMerge(context, body),
  });
  serveWrite(http, identity.merge, {
    allow: mayEditContacts,
    kind: MERGE_CONTACTS,
    async handle(context, { body }) {
      await mergeContacts(context, body);
      return { contactId: body.survivorId };
    },
  });
  serveRead(http, identity.listMerges, {
    allow: mayReadContacts,
    async handle(context, { params }) {
      if (!(await readContact(context, params.contactId))) throw new NotFound();
      return (await listMergesBelow(context, params.contactId)).map(({ at, personId, personName, ...merge }) => ({
        ...merge,
        at: at.toISOString(),
        by: personId === null || personName === null ? null : { id: personId, name: personName },
      }));
    },
  });
  serveRead(http, identity.previewUnmerge, {
    allow: mayEditContacts,
    handle: (context, { params }) => previewUnmerge(context, params.contactId),
  });
  serveWrite(http, identity.unmerge, {
    allow: mayEditContacts,
    kind: UNMERGE_CONTACT,
    async handle(context, { params }) {
      await unmergeContact(context, params.contactId);
      return params;
    },
  });
  serveRead(http, duplicatePairs.list, { allow: mayEditContacts, handle: (context) => listPairs(context) });
  serveRead(http, duplicatePairs.count, {
    allow: mayEditContacts,
    handle: async (context) => ({ waiting: await countWaitingPairs(context) }),
  });
  serveRead(http, duplicatePairs.show, {
    allow: mayEditContacts,
    handle: (context, { params }) => showPair(context, params.pairId),
  });
  serveWrite(http, duplicatePairs.judge, {
    allow: mayEditContacts,
    kind: JUDGE_PAIR,
    async handle(context, { params, body }) {
      await judgePair(context, params.pairId, body.verdict);
      return params;
    },
  });
}
