/** People: who uses the house, in which team, with which rights, and how they sign in. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./people.audit.ts";

export { BEGIN_COMPANY, beginCompany } from "./begin-company.ts";
export { CREATE_PERSON, createPerson } from "./create-person.ts";
export type { NewPerson } from "./create-person.ts";
export { CREATE_TEAM, createTeam } from "./create-team.ts";
export { openDirectory, openPeople } from "./open-people.ts";
export type { PeopleHouse, PeopleNeighbours, ReadAwaiting, ReadDemo } from "./open-people.ts";
export { companyCalendar } from "./queries/company-calendar.ts";
export { COMPANY, isAtABrowser, mayEditCompany } from "./people.access.ts";
export { findCompany, requireCompany } from "./queries/company-rows.ts";
export { findPersonByEmail } from "./queries/person-rows.ts";
export { findRoleId } from "./queries/role-rows.ts";
export { readTimeZone } from "./queries/read-time-zone.ts";
export { readPeopleSnapshot } from "./queries/read-people-snapshot.ts";
export type { ReadPools } from "./queries/read-people-snapshot.ts";
export { revealField } from "./reveal-field.ts";
export { peopleRoutes } from "./routes/people.routes.ts";
export { rolesRoutes } from "./routes/roles.routes.ts";
export { sessionRoutes } from "./routes/session.routes.ts";

export const peopleMessages = { zh, en };
