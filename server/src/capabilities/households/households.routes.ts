import { households } from "@tongzhou/contract/households";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { ADD_MEMBER, SET_ROLES, addMember, setRoles } from "./set-roles.ts";
import { CREATE_HOUSEHOLD, createHousehold } from "./create-household.ts";
import { mayCreateHouseholds, mayEditHouseholds, mayReadHouseholds } from "./households.access.ts";
import { readHousehold } from "./read-household.ts";
import { JOIN_HOUSEHOLDS, LEAVE_HOUSEHOLD, joinHouseholds, leaveHousehold } from "./leave-household.ts";

/** Families: who is what in them, since when. */
export function householdsRoutes(http: Http): void {
  serveRead(http, households.show, {
    allow: mayReadHouseholds,
    handle: (context, { params }) => readHousehold(context, params.householdId),
  });
  serveWrite(http, households.create, {
    allow: mayCreateHouseholds,
    kind: CREATE_HOUSEHOLD,
    creates: "repeatable",
    handle: async (context, { body }) => ({ householdId: await createHousehold(context, body) }),
  });
  serveWrite(http, households.add, {
    allow: mayEditHouseholds,
    kind: ADD_MEMBER,
    creates: "repeatable",
    handle: async (context, { params, body }) => ({ contactId: await addMember(context, params.householdId, body) }),
  });
  serveWrite(http, households.setRoles, {
    allow: mayEditHouseholds,
    kind: SET_ROLES,
    async handle(context, { params: { householdId, contactId }, body }) {
      await setRoles(context, householdId, contactId, body);
      return { householdId };
    },
  });
  serveWrite(http, households.leave, {
    allow: mayEditHouseholds,
    kind: LEAVE_HOUSEHOLD,
    handle: async (context, { params, body }) => ({
      householdId: await leaveHousehold(context, params.householdId, body),
    }),
  });
  serveWrite(http, households.join, {
    allow: mayEditHouseholds,
    kind: JOIN_HOUSEHOLDS,
    async handle(context, { params: { householdId }, body }) {
      await joinHouseholds(context, householdId, body);
      return { householdId };
    },
  });
}
