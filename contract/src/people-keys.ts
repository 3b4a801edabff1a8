import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { pageOf, PageQuery } from "./paging.ts";

/** `lead.read`, `lead.*`, `*.read`: what a key may do of what its person may. */
export const Permission = z.string().regex(/^(\*|[a-z_]+)\.(\*|[a-z_]+)$/);

export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters, to tell keys apart. */
  start: z.string(),
  permissions: z.array(z.string()),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
});

export const apiKeys = {
  list: endpoint({
    id: "people.listApiKeys",
    method: "GET",
    path: "/api-keys",
    summary: "My keys.",
    response: z.array(ApiKey),
  }),
  create: endpoint({
    id: "people.createApiKey",
    method: "POST",
    path: "/api-keys",
    summary: "Makes a key that acts as me, within the listed permissions; the key is answered this one time.",
    body: z.object({
      name: z.string().trim().min(1).max(60),
      permissions: z.array(Permission).min(1).max(100),
      expiresInDays: z.int().min(1).max(730).nullable().default(365),
    }),
    response: ApiKey.extend({ key: z.string() }),
  }),
  revoke: endpoint({
    id: "people.revokeApiKey",
    method: "DELETE",
    path: "/api-keys/:keyId",
    summary: "Ends a key at once.",
    params: z.object({ keyId: z.string().min(1).max(100) }),
    response: z.object({}),
  }),
};

export const SecurityEvent = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.string(),
  /** Whom it concerns; null when nobody is known by what was typed. */
  personId: z.uuid().nullable(),
  actorId: z.uuid().nullable(),
  address: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});

export const securityEvents = {
  list: endpoint({
    id: "people.listSecurityEvents",
    method: "GET",
    path: "/security-events",
    summary: "Sign-ins, passwords, keys, roles and reveals, newest first.",
    query: PageQuery.extend({ personId: z.uuid().optional(), kind: z.string().max(60).optional() }),
    response: pageOf(SecurityEvent),
  }),
};
