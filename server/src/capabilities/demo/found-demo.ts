import type { Language } from "@tongzhou/contract/people";
import { operate } from "../../platform/ledger/operate.ts";
import {
  BEGIN_COMPANY,
  CREATE_PERSON,
  CREATE_TEAM,
  beginCompany,
  createPerson,
  createTeam,
  findRoleId,
} from "../people/index.ts";
import type { DemoCompany } from "./domain/demo-book.ts";
import type { DemoHouse } from "./life/demo-house.ts";

/** Everybody of the demo signs in with this; it is printed, so a public address is refused while it is in force. */
export const DEMO_PASSWORD = "yunfan-demo-2025";
const LANGUAGE: Language = "zh-CN";
/** The administrator founds the company. */
const FOUNDER = "wutong";

/** Ids of people and teams by their keys in the book. */
export interface FoundedCompany {
  readonly people: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
}

/** Founds the company: its teams and its people, each through the use case that a page would call. */
export async function foundDemo(demo: DemoHouse, company: DemoCompany): Promise<FoundedCompany> {
  const { people: house, clock } = demo;
  const founder = company.people.find((person) => person.key === FOUNDER);
  if (!founder) throw new Error(`the book has no ${FOUNDER}`);
  const adminId = demo.house.newId();
  const people = new Map([[FOUNDER, adminId]]);
  const teams = new Map<string, string>();
  await begin(demo, company, founder, adminId);
  house.signIn.directory.forget();
  for (const team of company.teams) {
    const parentId = team.parent === null ? null : (teams.get(team.parent) ?? null);
    teams.set(
      team.key,
      await demo.actAs(adminId, CREATE_TEAM, (context) => createTeam(context, { name: team.name, parentId })),
    );
  }
  for (const person of company.people.filter((one) => one.key !== FOUNDER)) {
    clock.advance(60_000);
    people.set(person.key, await demo.actAs(adminId, CREATE_PERSON, (context) => hire(context, demo, person, teams)));
  }
  await demo.answerEvents();
  house.signIn.directory.forget();
  return { people, teams };
}

async function begin(
  demo: DemoHouse,
  company: DemoCompany,
  founder: DemoCompany["people"][number],
  adminId: string,
): Promise<void> {
  const asked = { actor: { kind: "person", personId: adminId }, kind: BEGIN_COMPANY, source: "demo" } as const;
  await operate(demo.house, asked, (context) =>
    beginCompany(context, demo.people.signIn, adminId, {
      companyName: company.name,
      name: founder.name,
      email: founder.email,
      password: DEMO_PASSWORD,
      timeZone: company.timeZone,
      currency: company.currency,
      language: LANGUAGE,
    }),
  );
  await demo.answerEvents();
}

async function hire(
  context: Parameters<typeof createPerson>[0],
  demo: DemoHouse,
  person: DemoCompany["people"][number],
  teams: ReadonlyMap<string, string>,
): Promise<string> {
  const roleIds = await Promise.all(
    person.roles.map(async (code) => {
      const id = await findRoleId(context, code);
      if (id === undefined) throw new Error(`there is no role ${code}`);
      return id;
    }),
  );
  return createPerson(context, demo.people.signIn, {
    name: person.name,
    email: person.email,
    language: LANGUAGE,
    teamId: teams.get(person.team) ?? null,
    roleIds,
    password: DEMO_PASSWORD,
  });
}
