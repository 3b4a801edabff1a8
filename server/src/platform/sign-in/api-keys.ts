import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { ShortMemory } from "./short-memory.ts";
import type { SignInLibrary } from "./sign-in-library.ts";

const REMEMBERED_MS = 7_000;
const DAY_SECONDS = 24 * 3600;
/** "Last used" is told by the minute; writing it with every request would cost more than the request. */
const USE_NOTED_EVERY = "1 minute";

export interface OpenKey {
  readonly id: string;
  readonly signInId: string;
  /** `lead.read`, `lead.*`, `*.read`. */
  readonly permissions: readonly string[];
}

export interface KeyEntry {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly permissions: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** API keys: made by the sign-in library, which keeps only their hashes; looked up by us. */
export class ApiKeys {
  readonly #pool: Pool;
  readonly #library: SignInLibrary;
  readonly #memory: ShortMemory<OpenKey>;

  constructor(library: SignInLibrary) {
    this.#pool = library.pool;
    this.#library = library;
    this.#memory = new ShortMemory((hash) => this.#lookUp(hash), REMEMBERED_MS);
  }

  /** Makes a key. @returns the key itself, which is not kept, and what is. */
  async create(
    signInId: string,
    wanted: { readonly name: string; readonly permissions: readonly string[]; readonly days: number | null },
  ): Promise<KeyEntry & { key: string }> {
    const made = await this.#library.auth.api.createApiKey({
      body: {
        userId: signInId,
        name: wanted.name,
        permissions: asTree(wanted.permissions),
        ...(wanted.days === null ? {} : { expiresIn: wanted.days * DAY_SECONDS }),
      },
    });
    const entry = (await this.list(signInId)).find((key) => key.id === made.id);
    if (!entry) throw new Error("a key vanished while it was made");
    return { ...entry, key: made.key };
  }

  /** Who calls with a key, if it is one that holds. */
  find(key: string): Promise<OpenKey | undefined> {
    return this.#memory.find(hashOf(key));
  }

  async list(signInId: string): Promise<KeyEntry[]> {
    const { rows } = await this.#pool.query<Omit<KeyEntry, "permissions"> & { permissions: string | null }>(
      `select id, coalesce(name, '') as name, coalesce(start, '') as start, permissions,
              "createdAt", "expiresAt", "lastRequest" as "lastUsedAt"
       from auth.apikey
       where "referenceId" = $1 and enabled
       order by "createdAt" desc`,
      [signInId],
    );
    return rows.map((row) => ({ ...row, permissions: asList(row.permissions) }));
  }

  /** Ends a key. @returns whether there was one. */
  async revoke(signInId: string, keyId: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query('delete from auth.apikey where "referenceId" = $1 and id::text = $2', [
      signInId,
      keyId,
    ]);
    this.forget();
    return rowCount === 1;
  }

  /** Ends all keys of a sign-in, for somebody who leaves. */
  async revokeAll(signInId: string): Promise<void> {
    await this.#pool.query('delete from auth.apikey where "referenceId" = $1', [signInId]);
    this.forget();
  }

  /** Keys may have ended: look again. */
  forget(): void {
    this.#memory.forgetAll();
  }

  async #lookUp(hash: string): Promise<OpenKey | undefined> {
    const { rows } = await this.#pool.query<Omit<OpenKey, "permissions"> & { permissions: string | null }>({
      name: "find-api-key",
      text: `select id, "referenceId" as "signInId", permissions
             from auth.apikey
             where key = $1 and enabled and ("expiresAt" is null or "expiresAt" > now())`,
      values: [hash],
    });
    const row = rows[0];
    if (!row) return undefined;
    await this.#noteUse(row.id);
    return { ...row, permissions: asList(row.permissions) };
  }

  async #noteUse(id: string): Promise<void> {
    await this.#pool.query(
      `update auth.apikey set "lastRequest" = now()
       where id = $1 and ("lastRequest" is null or "lastRequest" < now() - interval '${USE_NOTED_EVERY}')`,
      [id],
    );
  }
}

/** As the library hashes: SHA-256, which is enough for 64 random letters. */
function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

function asTree(permissions: readonly string[]): Record<string, string[]> {
  const tree: Record<string, string[]> = {};
  for (const permission of permissions) {
    const [object = "", action = ""] = permission.split(".");
    (tree[object] ??= []).push(action);
  }
  return tree;
}

function asList(tree: string | null): string[] {
  if (tree === null) return [];
  const parsed = JSON.parse(tree) as Record<string, string[]> | null;
  return Object.entries(parsed ?? {}).flatMap(([object, actions]) => actions.map((action) => `${object}.${action}`));
}
