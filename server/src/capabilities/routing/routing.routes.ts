import { routing } from "@tongzhou/contract/routing";
import { everyField, publishFields } from "../../platform/conditions/index.ts";
import { offeredToRules } from "../../platform/custom-fields/house-fields-in-rules.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { CREATE_RULE, createRule } from "./create-rule.ts";
import { EDIT_RULE, editRule } from "./edit-rule.ts";
import { listDecisions } from "./list-decisions.ts";
import { listRules } from "./list-rules.ts";
import { MOVE_RULE, moveRule } from "./move-rule.ts";
import { findMembers } from "./queries/routing-people.ts";
import { REMOVE_RULE, removeRule } from "./remove-rule.ts";
import { mayEditRouting, mayReadRouting } from "./routing.access.ts";
import { routingFieldsWith } from "./routing.fields.ts";
import { SET_MEMBER, setMember } from "./set-member.ts";
import { tryRules } from "./try-rules.ts";

/** Who gets which lead: rules in their order, the people they ask, and what other rules would do. */
export function routingRoutes(http: Http): void {
  serveRead(http, routing.list, { allow: mayReadRouting, limit: "report", handle: (context) => listRules(context) });
  serveRead(http, routing.fields, {
    allow: mayReadRouting,
    handle: async ({ viewer }) =>
      publishFields(routingFieldsWith(offeredToRules(viewer.snapshot.houseFields)), everyField),
  });
  serveRead(http, routing.decisions, {
    allow: mayReadRouting,
    limit: "report",
    handle: (context, { params, query }) => listDecisions(context, params.ruleId, query),
  });
  serveRead(http, routing.members, { allow: mayReadRouting, handle: (context) => findMembers(context) });
  serveRead(http, routing.tryOut, {
    allow: mayEditRouting,
    limit: "report",
    handle: (context, { body }) => tryRules(context, body.rules, body.days, http.house.newId),
  });
  serveWrite(http, routing.create, {
    allow: mayEditRouting,
    kind: CREATE_RULE,
    creates: "repeatable",
    async handle(context, { body }) {
      await createRule(context, body);
      return listRules(context);
    },
  });
  serveWrite(http, routing.edit, {
    allow: mayEditRouting,
    kind: EDIT_RULE,
    async handle(context, { params, body }) {
      await editRule(context, params.ruleId, body);
      return listRules(context);
    },
  });
  serveWrite(http, routing.move, {
    allow: mayEditRouting,
    kind: MOVE_RULE,
    async handle(context, { params, body }) {
      await moveRule(context, params.ruleId, body.beforeId);
      return listRules(context);
    },
  });
  serveWrite(http, routing.remove, {
    allow: mayEditRouting,
    kind: REMOVE_RULE,
    async handle(context, { params }) {
      await removeRule(context, params.ruleId);
      return listRules(context);
    },
  });
  serveWrite(http, routing.setMember, {
    allow: mayEditRouting,
    kind: SET_MEMBER,
    handle: (context, { params, body }) => setMember(context, params.personId, body),
  });
}
