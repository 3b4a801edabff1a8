import { people } from "@tongzhou/contract/people";
import { company, teams } from "@tongzhou/contract/people-teams";
import type { Http } from "../../../platform/http/http.ts";
import { serveRead } from "../../../platform/http/serve-read.ts";
import { serveWrite } from "../../../platform/http/serve-write.ts";
import { NotFound } from "../../../platform/problems/refusal.ts";
import { makePassword } from "../../../platform/sign-in/passwords.ts";
import { CREATE_PERSON, createPerson } from "../create-person.ts";
import { CREATE_TEAM, createTeam } from "../create-team.ts";
import { DEACTIVATE_PERSON, deactivatePerson } from "../deactivate-person.ts";
import { EDIT_COMPANY, editCompany } from "../edit-company.ts";
import { EDIT_PERSON, editPerson } from "../edit-person.ts";
import { EDIT_TEAM, editTeam } from "../edit-team.ts";
import type { PeopleHouse } from "../open-people.ts";
import {
  isSignedIn,
  mayCreatePeople,
  mayEditCompany,
  mayEditPeople,
  mayEditTeams,
  mayGiveRoles,
} from "../people.access.ts";
import { findCompany } from "../queries/company-rows.ts";
import { findDirectory, findPeople, findPerson } from "../queries/person-rows.ts";
import { findTeam, findTeams } from "../queries/team-rows.ts";
import { REACTIVATE_PERSON, reactivatePerson } from "../reactivate-person.ts";
import { REMOVE_TEAM, removeTeam } from "../remove-team.ts";
import { RESET_PASSWORD, resetPassword } from "../reset-password.ts";

/** People, teams and the company. */
export function peopleRoutes(http: Http, { signIn }: PeopleHouse): void {
  const settled = (): void => signIn.directory.forget();

  serveRead(http, people.list, {
    allow: isSignedIn,
    handle: (context, { query }) => findPeople(context, query, query),
  });
  serveRead(http, people.directory, { allow: isSignedIn, handle: (context) => findDirectory(context) });
  serveRead(http, people.show, {
    allow: isSignedIn,
    handle: async (context, { params }) => there(await findPerson(context, params.personId)),
  });
  serveWrite(http, people.create, {
    allow: mayCreatePeople,
    kind: CREATE_PERSON,
    creates: "once",
    async handle(context, { body }) {
      const { password = makePassword(), ...person } = body;
      const id = await createPerson(context, signIn, { ...person, password });
      const made = there(await findPerson(context, id));
      return body.password === undefined ? { ...made, temporaryPassword: password } : made;
    },
    settled,
  });
  serveWrite(http, people.edit, {
    allow: mayEditPeople,
    kind: EDIT_PERSON,
    async handle(context, { params, body }) {
      await editPerson(context, params.personId, body);
      return there(await findPerson(context, params.personId));
    },
    settled,
  });
  serveWrite(http, people.deactivate, {
    allow: mayEditPeople,
    kind: DEACTIVATE_PERSON,
    async handle(context, { params }) {
      await deactivatePerson(context, signIn, params.personId);
      return there(await findPerson(context, params.personId));
    },
    settled,
  });
  serveWrite(http, people.reactivate, {
    allow: mayEditPeople,
    kind: REACTIVATE_PERSON,
    async handle(context, { params }) {
      await reactivatePerson(context, params.personId);
      return there(await findPerson(context, params.personId));
    },
    settled,
  });
  serveWrite(http, people.resetPassword, {
    allow: mayGiveRoles,
    kind: RESET_PASSWORD,
    creates: "once",
    handle: async (context, { params }) => ({
      temporaryPassword: await resetPassword(context, signIn, params.personId),
    }),
    settled,
  });

  serveRead(http, teams.list, { allow: isSignedIn, handle: (context) => findTeams(context) });
  serveWrite(http, teams.create, {
    allow: mayEditTeams,
    kind: CREATE_TEAM,
    creates: "repeatable",
    handle: async (context, { body }) => there(await findTeam(context, await createTeam(context, body))),
    settled,
  });
  serveWrite(http, teams.edit, {
    allow: mayEditTeams,
    kind: EDIT_TEAM,
    async handle(context, { params, body }) {
      await editTeam(context, params.teamId, body);
      return there(await findTeam(context, params.teamId));
    },
    settled,
  });
  serveWrite(http, teams.remove, {
    allow: mayEditTeams,
    kind: REMOVE_TEAM,
    async handle(context, { params }) {
      await removeTeam(context, params.teamId);
      return {};
    },
    settled,
  });

  serveRead(http, company.show, {
    allow: isSignedIn,
    handle: async (context) => there(await findCompany(context)),
  });
  serveWrite(http, company.edit, {
    allow: mayEditCompany,
    kind: EDIT_COMPANY,
    async handle(context, { body }) {
      await editCompany(context, body);
      return there(await findCompany(context));
    },
  });
}

/** What was looked for. @throws NotFound. */
function there<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new NotFound();
  return found;
}
