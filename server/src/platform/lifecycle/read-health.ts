import type { Pool } from "pg";
import type { Role } from "../config/read-config.ts";

/** What `GET /api/health` answers: 200 when `status` is "ready", else 503. */
export interface Health {
  readonly status: "ready" | "not ready";
  readonly database: "ready" | "not ready";
  /** "unknown" while the database does not answer. */
  readonly migrations: "ready" | "not ready" | "unknown";
  /** "none" where only the web role runs and no worker is seen; that is no reason to be unready. */
  readonly jobs: "ready" | "not ready" | "none" | "unknown";
}

export interface HealthSources {
  readonly pool: Pool;
  readonly role: Role;
  /** Names of the migrations this program needs, read once at the start. */
  readonly migrationNames: readonly string[];
}

/** A worker writes its heartbeat every few seconds; an older one belongs to a worker that is gone. */
const HEARTBEAT_SECONDS = 10;
const ANSWER_WITHIN_MS = 3_000;

const UNREACHABLE: Health = { status: "not ready", database: "not ready", migrations: "unknown", jobs: "unknown" };

/** Looks at database, migrations and jobs with one statement. Never throws and always answers within seconds. */
export async function readHealth(sources: HealthSources): Promise<Health> {
  const row = await withinTime(readState(sources));
  if (row === undefined) return UNREACHABLE;
  const migrations = row.pending === 0 ? "ready" : "not ready";
  const jobs = row.working ? "ready" : sources.role === "web" ? "none" : "not ready";
  const ready = migrations === "ready" && jobs !== "not ready";
  return { status: ready ? "ready" : "not ready", database: "ready", migrations, jobs };
}

interface State {
  readonly pending: number;
  readonly working: boolean;
}

async function readState({ pool, migrationNames }: HealthSources): Promise<State> {
  try {
    const { rows } = await pool.query<State>(
      `select (select count(*) from unnest($1::text[]) as needed (name)
               where not exists (select from migration where migration.name = needed.name))::int as pending,
              exists (select from worker_process
                      where heartbeat_at >= now() - make_interval(secs => $2)) as working`,
      [migrationNames, HEARTBEAT_SECONDS],
    );
    return rows[0] ?? { pending: migrationNames.length, working: false };
  } catch (error) {
    // 42P01: the table is not there, so the database answers but was never migrated.
    if ((error as { code?: string }).code === "42P01") return { pending: migrationNames.length, working: false };
    throw error;
  }
}

async function withinTime(state: Promise<State>): Promise<State | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([state.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
