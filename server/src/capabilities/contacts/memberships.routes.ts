import { memberships } from "@tongzhou/contract/memberships";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { readAccount } from "../accounts/index.ts";
import { companyCalendar } from "../people/index.ts";
import { BEGIN_MEMBERSHIP, beginMembership } from "./begin-membership.ts";
import { mayEditContacts, mayReadContacts } from "./contacts.access.ts";
import { EDIT_MEMBERSHIP, editMembership } from "./edit-membership.ts";
import { END_MEMBERSHIP, MOVE_MEMBERSHIP, endMembership, moveMembership } from "./end-membership.ts";
import { presentMembership, seesJobOf } from "./present-contact.ts";
import { findPeopleOfAccount } from "./queries/find-people-of-account.ts";

/** Who is in which account, since when and until when. */
export function membershipsRoutes(http: Http): void {
  serveRead(http, memberships.ofAccount, {
    allow: mayReadContacts,
    async handle(context, { params, query }) {
      if (!(await readAccount(context, params.accountId))) throw new NotFound();
      const { timeZone } = await companyCalendar(context);
      const { rows, count } = await findPeopleOfAccount(context, params.accountId, { ...query, timeZone });
      return {
        rows: rows.map(({ contactId, name, membership, held }) => ({
          contactId,
          name,
          membership: presentMembership(membership, seesJobOf(context.viewer, held)),
        })),
        count,
      };
    },
  });
  serveWrite(http, memberships.begin, {
    allow: mayEditContacts,
    kind: BEGIN_MEMBERSHIP,
    creates: "repeatable",
    handle: (context, { params, body }) => beginMembership(context, params.contactId, body),
  });
  serveWrite(http, memberships.end, {
    allow: mayEditContacts,
    kind: END_MEMBERSHIP,
    async handle(context, { params: { contactId, membershipId }, body }) {
      await endMembership(context, contactId, membershipId, body.on);
      return { membershipId };
    },
  });
  serveWrite(http, memberships.move, {
    allow: mayEditContacts,
    kind: MOVE_MEMBERSHIP,
    creates: "repeatable",
    handle: (context, { params, body }) => moveMembership(context, params.contactId, params.membershipId, body),
  });
  serveWrite(http, memberships.edit, {
    allow: mayEditContacts,
    kind: EDIT_MEMBERSHIP,
    async handle(context, { params: { contactId, membershipId }, body }) {
      await editMembership(context, contactId, membershipId, body);
      return { membershipId };
    },
  });
}
