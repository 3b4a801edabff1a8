/** What a database of one's own says about itself. */
export interface DatabaseFacts {
  /** `server_version_num`, for example 150020. */
  readonly versionNumber: number;
  readonly encoding: string;
  readonly mayCreateSchemas: boolean;
  readonly mayCreateInPublic: boolean;
  /** pg_trgm is installed in the database, or its files are there and this user may install it. */
  readonly hasTrigrams: boolean;
  /** Two statements of one client ran in the same session. */
  readonly keepsSession: boolean;
  readonly user: string;
  readonly database: string;
}

const LOWEST_VERSION = 150_000;

/** What is missing for Tongzhou to run on a database: a sentence each, with what to do. Empty when nothing is. */
export function judgeDatabase(facts: DatabaseFacts): string[] {
  const missing: string[] = [];
  if (facts.versionNumber < LOWEST_VERSION) {
    missing.push(`PostgreSQL 15 or newer is needed; this is ${Math.floor(facts.versionNumber / 10_000)}.`);
  }
  if (facts.encoding !== "UTF8") {
    missing.push(
      `The encoding must be UTF8; this database has ${facts.encoding}. ` +
        "Make another: create database crm encoding 'UTF8' template template0;",
    );
  }
  if (!facts.mayCreateSchemas) {
    missing.push(
      `${facts.user} may not create schemas: grant create on database ${quoted(facts.database)} to ${quoted(facts.user)};`,
    );
  }
  if (!facts.mayCreateInPublic) {
    missing.push(`${facts.user} may not create tables: grant create on schema public to ${quoted(facts.user)};`);
  }
  if (!facts.hasTrigrams) {
    missing.push(
      "The extension pg_trgm cannot be installed: add PostgreSQL's contrib package to the server, " +
        "or let an administrator run: create extension pg_trgm;",
    );
  }
  if (!facts.keepsSession) {
    missing.push(
      "The connection goes through a pooler that gives each transaction another session. Tongzhou needs its own " +
        "sessions (it listens and takes locks): use session pooling, or connect to the server directly.",
    );
  }
  return missing;
}

function quoted(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
