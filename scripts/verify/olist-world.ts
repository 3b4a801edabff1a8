import { systemClock } from "../../server/src/platform/clock.ts";
import { Viewer } from "../../server/src/platform/access/viewer.ts";
import type { Acting } from "../../server/src/platform/access/acting.ts";
import { migrate } from "../../server/src/platform/database/migrate.ts";
import { openPool } from "../../server/src/platform/database/open-pool.ts";
import { createAnnouncer } from "../../server/src/platform/events/create-announcer.ts";
import { createIds } from "../../server/src/platform/ids.ts";
import { migrateJobs } from "../../server/src/platform/jobs/migrate-jobs.ts";
import type { House } from "../../server/src/platform/ledger/context.ts";
import { operate } from "../../server/src/platform/ledger/operate.ts";
import type { OperationKind } from "../../server/src/platform/ledger/operation-kind.ts";
import type { TestCluster } from "../../server/src/platform/postgres/test-cluster.ts";
import { readPools } from "../../server/src/capabilities/leads/index.ts";
import {
  BEGIN_COMPANY,
  CREATE_PERSON,
  CREATE_TEAM,
  beginCompany,
  createPerson,
  createTeam,
  findRoleId,
  openPeople,
} from "../../server/src/capabilities/people/index.ts";
import type { PeopleHouse } from "../../server/src/capabilities/people/index.ts";
import { CREATE_RULE, createRule } from "../../server/src/capabilities/routing/index.ts";
import {
  CREATE_STANDARD_DRAFT,
  SIGN_STANDARD,
  createStandardDraft,
  findStandard,
  signStandard,
} from "../../server/src/capabilities/standards/index.ts";
import type { OlistFiles } from "./olist-files.ts";

/** Where Olist works: the days of the files begin there. */
export const OLIST_ZONE = "America/Sao_Paulo";

/** A company set up through the use cases, on an empty database. */
export interface OlistWorld {
  readonly house: House;
  /** Person ids by the hashes of the files. */
  readonly people: ReadonlyMap<string, string>;
  readonly adminId: string;
  actAs<Result>(personId: string, kind: OperationKind, work: (context: Acting) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Begins the company Olist with the SDRs and reps of the files, a signed standard and one rule that catches all. */
export async function openOlistWorld(cluster: TestCluster, files: OlistFiles): Promise<OlistWorld> {
  const newId = createIds(systemClock);
  const admin = openPool(cluster.postgres.connection, { max: 1 });
  await admin.query("create database olist");
  await admin.end();
  const pool = openPool({ ...cluster.postgres.connection, database: "olist" }, { max: 8 });
  await migrate(pool, newId);
  await migrateJobs(pool);
  // Events are only queued: what is checked here is decided in the transactions themselves.
  const house: House = { pool, clock: systemClock, newId, announcer: createAnnouncer([]) };
  const people = await openPeople(house, { readPools });
  const adminId = await begin(house, people);
  const actAs: OlistWorld["actAs"] = async (personId, kind, work) => {
    const snapshot = await people.signIn.directory.snapshot();
    const person = snapshot.people.get(personId);
    if (!person) throw new Error(`nobody is ${personId}`);
    const asked = { actor: { kind: "person", personId }, kind, source: "command" } as const;
    return (await operate(house, asked, (context) => work({ ...context, viewer: new Viewer(snapshot, person) })))
      .result;
  };
  const hired = await hire(actAs, people, adminId, files);
  people.signIn.directory.forget();
  await agree(actAs, adminId, hired);
  return {
    house,
    people: hired.people,
    adminId,
    actAs,
    async close() {
      await people.signIn.close();
      await pool.end();
    },
  };
}

async function begin(house: House, people: PeopleHouse): Promise<string> {
  const adminId = house.newId();
  const asked = { actor: { kind: "person", personId: adminId }, kind: BEGIN_COMPANY, source: "command" } as const;
  await operate(house, asked, (context) =>
    beginCompany(context, people.signIn, adminId, {
      companyName: "Olist",
      name: "Admin",
      email: "admin@olist.example",
      password: "olist-verify-only-1",
      timeZone: OLIST_ZONE,
      currency: "BRL",
      language: "en",
    }),
  );
  people.signIn.directory.forget();
  return adminId;
}

interface Hired {
  readonly people: ReadonlyMap<string, string>;
  readonly teamId: string;
  readonly marketerId: string;
  readonly managerId: string;
}

/** Everybody in the files becomes a person; who is both SDR and rep has both roles. */
async function hire(
  actAs: OlistWorld["actAs"],
  house: PeopleHouse,
  adminId: string,
  { deals }: OlistFiles,
): Promise<Hired> {
  const teamId = await actAs(adminId, CREATE_TEAM, (context) => createTeam(context, { name: "Sales", parentId: null }));
  const roles = new Map<string, Set<string>>();
  const note = (hash: string, role: string): void => void roles.set(hash, (roles.get(hash) ?? new Set()).add(role));
  for (const { sdr, rep } of deals) {
    note(sdr, "sdr");
    note(rep, "rep");
  }
  note("marketing", "marketer");
  note("sales", "sales_manager");
  const ids = await actAs(adminId, CREATE_PERSON, async (context) => {
    const made = new Map<string, string>();
    for (const [hash, codes] of roles) {
      const roleIds = await Promise.all([...codes].map((code) => findRoleId(context, code)));
      const person = {
        name: hash,
        email: null,
        teamId,
        password: null,
        roleIds: roleIds.filter((id) => id !== undefined),
      };
      made.set(hash, await createPerson(context, house.signIn, person));
    }
    return made;
  });
  return { people: ids, teamId, marketerId: ids.get("marketing") ?? "", managerId: ids.get("sales") ?? "" };
}

async function agree(
  actAs: OlistWorld["actAs"],
  adminId: string,
  { marketerId, managerId, teamId }: Hired,
): Promise<void> {
  const standardId = await actAs(adminId, CREATE_STANDARD_DRAFT, (context) =>
    createStandardDraft(context, { basedOnId: null, note: "verify" }),
  );
  for (const [side, personId] of [
    ["marketing", marketerId],
    ["sales", managerId],
  ] as const) {
    await actAs(personId, SIGN_STANDARD, async (context) => {
      const draft = await findStandard(context, standardId);
      return signStandard(context, { standardId, side, personId, contentHash: draft?.contentHash ?? "" });
    });
  }
  await actAs(managerId, CREATE_RULE, (context) =>
    createRule(context, {
      name: "everybody",
      conditions: { combinator: "and", rules: [] },
      target: { kind: "team", teamId, method: "round_robin", weights: {} },
      fallback: true,
      maxInHand: null,
      maxPerDay: null,
      otherwise: "next_rule",
    }),
  );
}
