import { duplicatePairs } from "@tongzhou/contract/duplicate-pairs";
import { identity } from "@tongzhou/contract/identity";
import { matching } from "@tongzhou/contract/matching";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { mayEditAccounts, mayReadAccounts, showAccount } from "../accounts/index.ts";
import { mayEditContacts, mayReadContacts, readContact } from "../contacts/index.ts";
import { mayEditCompany } from "../people/index.ts";
import { beginMatching, MATCH_CONTACTS } from "./begin-matching.ts";
import { JUDGE_PAIR, judgePair } from "./judge-pair.ts";
import { countPairs, listPairs } from "./list-pairs.ts";
import { MERGE_ACCOUNTS, mergeAccounts } from "./merge-accounts.ts";
import { MERGE_CONTACTS, mergeContacts } from "./merge-contacts.ts";
import { MERGE_LIKELY, mergeLikely, previewLikelyMerges } from "./merge-likely.ts";
import { previewAccountMerge } from "./preview-account-merge.ts";
import { previewMerge } from "./preview-merge.ts";
import { listMergesBelow } from "./queries/merge-rows.ts";
import { accountMerging } from "./shapes/account-merging.ts";
import { contactMerging } from "./shapes/contact-merging.ts";
import type { Mergeable } from "./shapes/mergeable.ts";
import { SET_THRESHOLDS, setThresholds } from "./set-thresholds.ts";
import { showMatching } from "./show-matching.ts";
import { showPair } from "./show-pair.ts";
import { STOP_MATCHING, stopMatching } from "./stop-matching.ts";
import { UNMERGE_ACCOUNT, unmergeAccount } from "./unmerge-account.ts";
import { UNMERGE_CONTACT, unmergeContact } from "./unmerge-contact.ts";
import { previewUnmerge } from "./unmerge-record.ts";

/** Which records are the same customer, and who said so. */
export function identityRoutes(http: Http): void {
  contactRoutes(http);
  accountRoutes(http);
  matchingRoutes(http);
}

function contactRoutes(http: Http): void {
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
    async handle(context, { params: { contactId } }) {
      if (!(await readContact(context, contactId))) throw new NotFound();
      return listed(context, contactMerging, contactId);
    },
  });
  serveRead(http, identity.previewUnmerge, {
    allow: mayEditContacts,
    handle: (context, { params }) => previewUnmerge(contactMerging, context, params.contactId),
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
    handle: async (context) => ({ waiting: await countPairs(context) }),
  });
  serveRead(http, duplicatePairs.show, {
    allow: mayEditContacts,
    handle: (context, { params }) => showPair(context, params.pairId),
  });
  serveRead(http, duplicatePairs.previewLikely, {
    allow: mayEditContacts,
    handle: (context, { query }) => previewLikelyMerges(context, query.from),
  });
  serveWrite(http, duplicatePairs.mergeLikely, {
    allow: mayEditContacts,
    kind: MERGE_LIKELY,
    creates: "repeatable",
    handle: async (context, { body }) => ({ merges: await mergeLikely(context, body) }),
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

function accountRoutes(http: Http): void {
  serveRead(http, identity.previewAccountMerge, {
    allow: mayEditAccounts,
    handle: (context, { body }) => previewAccountMerge(context, body),
  });
  serveWrite(http, identity.mergeAccounts, {
    allow: mayEditAccounts,
    kind: MERGE_ACCOUNTS,
    async handle(context, { body }) {
      await mergeAccounts(context, body);
      return { accountId: body.survivorId };
    },
  });
  serveRead(http, identity.listAccountMerges, {
    allow: mayReadAccounts,
    async handle(context, { params: { accountId } }) {
      if (!(await showAccount(context, accountId))) throw new NotFound();
      return listed(context, accountMerging, accountId);
    },
  });
  serveRead(http, identity.previewAccountUnmerge, {
    allow: mayEditAccounts,
    handle: (context, { params }) => previewUnmerge(accountMerging, context, params.accountId),
  });
  serveWrite(http, identity.unmergeAccount, {
    allow: mayEditAccounts,
    kind: UNMERGE_ACCOUNT,
    async handle(context, { params }) {
      await unmergeAccount(context, params.accountId);
      return params;
    },
  });
}

function matchingRoutes(http: Http): void {
  const { house } = http;
  serveRead(http, matching.show, {
    allow: mayEditCompany,
    limit: "report",
    handle: (context) => showMatching(house.pool, context),
  });
  serveWrite(http, matching.setThresholds, {
    allow: mayEditCompany,
    kind: SET_THRESHOLDS,
    async handle(context, { body }) {
      await setThresholds(context, body);
      return showMatching(context.client, context);
    },
  });
  serveWrite(http, matching.begin, {
    allow: mayEditCompany,
    kind: MATCH_CONTACTS,
    creates: "repeatable",
    async handle(context) {
      await beginMatching(context);
      return showMatching(context.client, context);
    },
  });
  serveWrite(http, matching.stop, {
    allow: mayEditCompany,
    kind: STOP_MATCHING,
    async handle(context, { params }) {
      await stopMatching(house, context, params.runId);
      return showMatching(house.pool, context);
    },
  });
}

async function listed<Field extends string>(context: Viewing, of: Mergeable<Field>, recordId: string) {
  const merges = await listMergesBelow(context, of.homes.tree, of.merges, recordId);
  return merges.map(({ at, personId, personName, ...merge }) => ({
    ...merge,
    at: at.toISOString(),
    by: personId === null || personName === null ? null : { id: personId, name: personName },
  }));
}
