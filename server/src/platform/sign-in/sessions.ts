import type { Pool } from "pg";
import { SESSION_SECONDS } from "./sign-in-library.ts";
import type { SignInLibrary } from "./sign-in-library.ts";
import { readToken, signToken } from "./session-token.ts";
import { ShortMemory } from "./short-memory.ts";

/** Ending a session is told to all processes at once; this is for the notice that got lost. */
const REMEMBERED_MS = 7_000;
/** A session is prolonged once a day of use, not with every request. */
const PROLONG_AFTER_SECONDS = 24 * 3600;

export interface OpenSession {
  readonly id: string;
  readonly signInId: string;
  /** Set when it was prolonged just now. */
  readonly renewed?: { readonly cookie: string; readonly seconds: number };
}

export interface SessionEntry {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string | null;
  readonly address: string | null;
}

interface Row {
  readonly id: string;
  readonly signInId: string;
  readonly secondsLeft: number;
}

/** Sessions: made by the sign-in library, looked up by us, because its own look-up costs about fifty requests. */
export class Sessions {
  readonly #pool: Pool;
  readonly #library: SignInLibrary;
  readonly #secret: string;
  readonly #memory: ShortMemory<Row>;

  constructor(library: SignInLibrary, secret: string) {
    this.#pool = library.pool;
    this.#library = library;
    this.#secret = secret;
    this.#memory = new ShortMemory((token) => this.#lookUp(token), REMEMBERED_MS);
  }

  /** Opens a session. @returns what the browser keeps. */
  async open(
    signInId: string,
    from: { readonly address: string; readonly userAgent: string | undefined },
  ): Promise<{ cookie: string; seconds: number; sessionId: string }> {
    const { internalAdapter } = await this.#library.auth.$context;
    const session = await internalAdapter.createSession(signInId, false, {
      ipAddress: from.address,
      userAgent: (from.userAgent ?? "").slice(0, 300),
    });
    return { cookie: signToken(session.token, this.#secret), seconds: SESSION_SECONDS, sessionId: session.id };
  }

  /** The open session of a cookie. */
  async find(cookie: string): Promise<OpenSession | undefined> {
    const token = readToken(cookie, this.#secret);
    const row = token === undefined ? undefined : await this.#memory.find(token);
    if (!row || token === undefined) return undefined;
    if (row.secondsLeft > SESSION_SECONDS - PROLONG_AFTER_SECONDS) return { id: row.id, signInId: row.signInId };
    await this.#prolong(row.id);
    this.forget();
    return { id: row.id, signInId: row.signInId, renewed: { cookie, seconds: SESSION_SECONDS } };
  }

  async list(signInId: string): Promise<SessionEntry[]> {
    const { rows } = await this.#pool.query<SessionEntry>(
      `select id, "createdAt", "expiresAt", nullif("userAgent", '') as "userAgent", nullif("ipAddress", '') as address
       from auth.session
       where "userId" = $1 and "expiresAt" > now()
       order by "createdAt" desc`,
      [signInId],
    );
    return rows;
  }

  /** Ends one session. @returns whether there was one. */
  async end(signInId: string, sessionId: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query('delete from auth.session where "userId" = $1 and id::text = $2', [
      signInId,
      sessionId,
    ]);
    this.forget();
    return rowCount === 1;
  }

  /** Ends all sessions but one. @returns how many. */
  async endAll(signInId: string, exceptId?: string): Promise<number> {
    const { rowCount } = await this.#pool.query(
      'delete from auth.session where "userId" = $1 and id is distinct from $2::uuid',
      [signInId, exceptId ?? null],
    );
    this.forget();
    return rowCount ?? 0;
  }

  /** Sessions may have ended: look again. */
  forget(): void {
    this.#memory.forgetAll();
  }

  async #lookUp(token: string): Promise<Row | undefined> {
    const { rows } = await this.#pool.query<Row>({
      name: "find-session",
      text: `select id, "userId" as "signInId", extract(epoch from "expiresAt" - now())::float8 as "secondsLeft"
             from auth.session
             where token = $1 and "expiresAt" > now()`,
      values: [token],
    });
    return rows[0];
  }

  async #prolong(id: string): Promise<void> {
    await this.#pool.query(
      `update auth.session set "expiresAt" = now() + make_interval(secs => $2), "updatedAt" = now() where id = $1`,
      [id, SESSION_SECONDS],
    );
  }
}
