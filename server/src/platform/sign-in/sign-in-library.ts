import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import type { Pool } from "pg";
import { siblingPool } from "../database/sibling-pool.ts";

/** A week, prolonged by use. */
export const SESSION_SECONDS = 7 * 24 * 3600;
export const KEY_START = 6;
export const KEY_PREFIX = "tz_";
export const KEY_NAME_LENGTH = 60;
export const KEY_MAX_DAYS = 730;

const CONNECTIONS = 6;

/**
 * better-auth as we use it: its passwords (scrypt), its sessions and its keys, on its tables in schema auth. Its own routes
 * are not mounted: they know neither our operations nor our limits. Its user is a bare id; names and addresses are ours.
 */
export function openSignInLibrary(pool: Pool, secret: string) {
  const ownPool = siblingPool(pool, { max: CONNECTIONS, settings: { search_path: "auth" } });
  const auth = betterAuth({
    // Only its routes would use it.
    baseURL: "http://sign-in.invalid",
    secret,
    database: ownPool,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 128 },
    session: { expiresIn: SESSION_SECONDS },
    advanced: { database: { generateId: "uuid" } },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      apiKey({
        defaultPrefix: KEY_PREFIX,
        startingCharactersConfig: { shouldStore: true, charactersLength: KEY_PREFIX.length + KEY_START },
        maximumNameLength: KEY_NAME_LENGTH,
        keyExpiration: { defaultExpiresIn: null, minExpiresIn: 1, maxExpiresIn: KEY_MAX_DAYS },
        // On by default it lets a key work a few times a day.
        rateLimit: { enabled: false },
      }),
    ],
  });
  return { auth, pool: ownPool, close: () => ownPool.end() };
}

export type SignInLibrary = ReturnType<typeof openSignInLibrary>;
