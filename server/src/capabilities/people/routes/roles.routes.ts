import { apiKeys, securityEvents } from "@tongzhou/contract/people-keys";
import { roles } from "@tongzhou/contract/people-roles";
import type { Role } from "@tongzhou/contract/people-roles";
import { accessObjects } from "../../../platform/access/access-object.ts";
import type { Http } from "../../../platform/http/http.ts";
import { serveRead } from "../../../platform/http/serve-read.ts";
import { serveWrite } from "../../../platform/http/serve-write.ts";
import type { Context } from "../../../platform/ledger/context.ts";
import { NotFound } from "../../../platform/problems/refusal.ts";
import type { KeyEntry } from "../../../platform/sign-in/api-keys.ts";
import { CREATE_API_KEY, createApiKey } from "../create-api-key.ts";
import { CREATE_ROLE, createRole } from "../create-role.ts";
import type { PeopleHouse } from "../open-people.ts";
import { isAtABrowser, isSignedIn, mayGiveRoles, mayReadSecurityEvents } from "../people.access.ts";
import { findRoles } from "../queries/role-rows.ts";
import { findSecurityEvents } from "../queries/security-event-rows.ts";
import { REMOVE_ROLE, removeRole } from "../remove-role.ts";
import { RENAME_ROLE, renameRole } from "../rename-role.ts";
import { REVOKE_API_KEY, revokeApiKey } from "../revoke-api-key.ts";
import { SET_GRANTS, setGrants } from "../set-grants.ts";

/** Roles and what they may do, API keys, and what happened around signing in. */
export function rolesRoutes(http: Http, { signIn }: PeopleHouse): void {
  const settled = (): void => signIn.directory.forget();

  serveRead(http, roles.list, { allow: isSignedIn, handle: (context) => findRoles(context) });
  serveRead(http, roles.listObjects, {
    allow: isSignedIn,
    handle: async () =>
      accessObjects().map(({ name, actions, fields, territories }) => ({
        object: name,
        actions: [...actions],
        fields: Object.keys(fields),
        territories,
      })),
  });
  serveWrite(http, roles.create, {
    allow: mayGiveRoles,
    kind: CREATE_ROLE,
    creates: "repeatable",
    handle: async (context, { body }) => one(context, await createRole(context, body)),
    settled,
  });
  serveWrite(http, roles.rename, {
    allow: mayGiveRoles,
    kind: RENAME_ROLE,
    async handle(context, { params, body }) {
      await renameRole(context, params.roleId, body);
      return one(context, params.roleId);
    },
    settled,
  });
  serveWrite(http, roles.remove, {
    allow: mayGiveRoles,
    kind: REMOVE_ROLE,
    async handle(context, { params }) {
      await removeRole(context, params.roleId);
      return {};
    },
    settled,
  });
  serveWrite(http, roles.setGrants, {
    allow: mayGiveRoles,
    kind: SET_GRANTS,
    async handle(context, { params, body }) {
      await setGrants(context, params.roleId, body);
      return one(context, params.roleId);
    },
    settled,
  });

  serveRead(http, apiKeys.list, {
    allow: isAtABrowser,
    handle: async ({ viewer }) => (await signIn.keys.list(viewer.person.signInId ?? "")).map(asApiKey),
  });
  serveWrite(http, apiKeys.create, {
    allow: isAtABrowser,
    kind: CREATE_API_KEY,
    creates: "once",
    async handle(context, { body }) {
      const { name, permissions, expiresInDays } = body;
      const { key, ...entry } = await createApiKey(context, signIn, { name, permissions, days: expiresInDays });
      return { ...asApiKey(entry), key };
    },
  });
  serveWrite(http, apiKeys.revoke, {
    allow: isAtABrowser,
    kind: REVOKE_API_KEY,
    async handle(context, { params }) {
      await revokeApiKey(context, signIn, params.keyId);
      return {};
    },
  });

  serveRead(http, securityEvents.list, {
    allow: mayReadSecurityEvents,
    handle: (context, { query }) => findSecurityEvents(context, query, query),
  });
}

async function one(context: Context, roleId: string): Promise<Role> {
  const [role] = await findRoles(context, roleId);
  if (!role) throw new NotFound();
  return role;
}

function asApiKey(entry: KeyEntry) {
  return {
    id: entry.id,
    name: entry.name,
    start: entry.start,
    permissions: [...entry.permissions],
    createdAt: entry.createdAt.toISOString(),
    expiresAt: entry.expiresAt?.toISOString() ?? null,
    lastUsedAt: entry.lastUsedAt?.toISOString() ?? null,
  };
}
