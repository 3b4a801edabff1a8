import { rights } from "@tongzhou/contract/rights";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import {
  mayGiveCollaboration,
  mayGiveRights,
  mayReadCollaborators,
  mayReadRights,
  mayShareAccounts,
  mayShareOpportunities,
} from "./rights.access.ts";
import { SET_CREDIT, setCredit } from "./set-credit.ts";
import { showCredit } from "./show-credit.ts";
import { SET_COLLABORATORS, setCollaborators } from "./set-collaborators.ts";
import { SET_RIGHT, setRight } from "./set-right.ts";
import { showCollaborators, showRights } from "./show-rights.ts";

/**
 * Who may do what with accounts and opportunities that are not theirs.
 * @param settled told when rights have changed: what people may see is made of them.
 */
export function rightsRoutes(http: Http, settled: () => void = () => undefined): void {
  serveRead(http, rights.show, {
    allow: mayReadRights,
    handle: (context, { params }) => showRights(context, params.accountId),
  });
  serveWrite(http, rights.set, {
    allow: mayGiveRights,
    kind: SET_RIGHT,
    async handle(context, { params, body }) {
      await setRight(context, params.accountId, body);
      return showRights(context, params.accountId);
    },
    settled,
  });
  serveRead(http, rights.collaborators, {
    allow: mayReadCollaborators,
    handle: (context, { params }) => showCollaborators(context, params.opportunityId),
  });
  serveWrite(http, rights.setCollaborators, {
    allow: mayGiveCollaboration,
    kind: SET_COLLABORATORS,
    handle: (context, { params, body }) => setCollaborators(context, params.opportunityId, body),
    settled,
  });
  serveRead(http, rights.accountCredit, {
    allow: mayReadRights,
    handle: (context, { params }) => showCredit(context, { object: "account", id: params.accountId }),
  });
  serveWrite(http, rights.setAccountCredit, {
    allow: mayShareAccounts,
    kind: SET_CREDIT,
    async handle(context, { params, body }) {
      const of = { object: "account", id: params.accountId } as const;
      await setCredit(context, of, body.shares);
      return showCredit(context, of);
    },
  });
  serveRead(http, rights.opportunityCredit, {
    allow: mayReadCollaborators,
    handle: (context, { params }) => showCredit(context, { object: "opportunity", id: params.opportunityId }),
  });
  serveWrite(http, rights.setOpportunityCredit, {
    allow: mayShareOpportunities,
    kind: SET_CREDIT,
    async handle(context, { params, body }) {
      const of = { object: "opportunity", id: params.opportunityId } as const;
      await setCredit(context, of, body.shares);
      return showCredit(context, of);
    },
  });
}
