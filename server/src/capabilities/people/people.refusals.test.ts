import { beforeAll } from "vitest";
import { people } from "@tongzhou/contract/people";
import { roles } from "@tongzhou/contract/people-roles";
import type { Cast } from "../../cast.fixture.ts";
import type { TestCaller, TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { openPeopleTest } from "./open-people-test.fixture.ts";

let http: TestHttp;
let cast: Cast;
/** May edit the people of 华东组 and nobody else. */
let captain: string;
let roleId: string;

beforeAll(async () => {
  let admin: TestCaller;
  ({ http, cast, admin } = await openPeopleTest());
  roleId = (await admin.call(roles.create, { body: { name: { zh: "组长", en: "Captain" } } })).body.id as string;
  const to = { scope: "team", pools: null } as const;
  const grants = [{ object: "person", action: "edit", from: null, to }];
  await admin.call(roles.setGrants, { params: { roleId }, body: { grants } });
  const body = { name: "李航", email: "lihang@yunfan.test", teamId: cast.teams.华东组, roleIds: [roleId] };
  captain = (await admin.call(people.create, { body })).body.id as string;
});

const rep =
  (input: () => object = () => ({})): RefusalCase =>
  () => ({ by: http.as(cast.陈浩), input: input() });
const ofOtherTeam =
  (input: () => object): RefusalCase =>
  () => ({ by: http.as(captain), input: input() });
/** A key may what its person may, but not touch what opens doors. */
const byKey =
  (input: () => object = () => ({})): RefusalCase =>
  () => ({
    by: http.withKey(cast.吴桐, ["*.*"]),
    input: input(),
  });

const personId = (): object => ({ params: { personId: cast.王倩 } });
const OPEN = "colleagues' names, teams and roles are known to everybody who is signed in";
const NO_TEAM = "the grant is for the whole company or not at all, whatever the team";
const OWN = "everybody has only their own, and the call names nobody else";
const nobody = "00000000-0000-7000-8000-000000000000";

testRefusals(() => http, {
  "people.list": { mayNot: OPEN, wrongTeam: OPEN },
  "people.directory": { mayNot: OPEN, wrongTeam: OPEN },
  "people.show": { mayNot: OPEN, wrongTeam: OPEN },
  "people.create": {
    mayNot: rep(() => ({ body: { name: "某人", email: "x@yunfan.test", roleIds: [] } })),
    wrongTeam: ofOtherTeam(() => ({ body: { name: "某人", email: "x@yunfan.test", roleIds: [] } })),
  },
  "people.edit": {
    mayNot: rep(() => ({ ...personId(), body: { name: { from: "王倩", to: "王小倩" } } })),
    wrongTeam: ofOtherTeam(() => ({ ...personId(), body: { name: { from: "王倩", to: "王小倩" } } })),
  },
  "people.deactivate": { mayNot: rep(personId), wrongTeam: ofOtherTeam(personId) },
  "people.reactivate": { mayNot: rep(personId), wrongTeam: ofOtherTeam(personId) },
  "people.resetPassword": { mayNot: rep(personId), wrongTeam: ofOtherTeam(personId) },
  "people.listTeams": { mayNot: OPEN, wrongTeam: OPEN },
  "people.createTeam": { mayNot: rep(() => ({ body: { name: "新团队" } })), wrongTeam: NO_TEAM },
  "people.editTeam": {
    mayNot: rep(() => ({ params: { teamId: cast.teams.华东组 }, body: {} })),
    wrongTeam: NO_TEAM,
  },
  "people.removeTeam": { mayNot: rep(() => ({ params: { teamId: cast.teams.华东组 } })), wrongTeam: NO_TEAM },
  "people.showCompany": { mayNot: OPEN, wrongTeam: OPEN },
  "people.editCompany": {
    mayNot: rep(() => ({ body: { name: { from: "云帆智能", to: "别的公司" } } })),
    wrongTeam: NO_TEAM,
  },
  "people.listRoles": { mayNot: OPEN, wrongTeam: OPEN },
  "people.listAccessObjects": { mayNot: OPEN, wrongTeam: OPEN },
  "people.createRole": { mayNot: rep(() => ({ body: { name: { zh: "新", en: "New" } } })), wrongTeam: NO_TEAM },
  "people.renameRole": { mayNot: rep(() => ({ params: { roleId }, body: {} })), wrongTeam: NO_TEAM },
  "people.removeRole": { mayNot: rep(() => ({ params: { roleId } })), wrongTeam: NO_TEAM },
  "people.setGrants": { mayNot: rep(() => ({ params: { roleId }, body: {} })), wrongTeam: NO_TEAM },
  "people.listApiKeys": { mayNot: byKey(), wrongTeam: OWN },
  "people.createApiKey": { mayNot: byKey(() => ({ body: { name: "k", permissions: ["*.*"] } })), wrongTeam: OWN },
  "people.revokeApiKey": {
    mayNot: byKey(() => ({ params: { keyId: nobody } })),
    wrongTeam: ofOtherTeam(() => ({ params: { keyId: nobody } })),
  },
  "people.listSecurityEvents": { mayNot: rep(), wrongTeam: NO_TEAM },
  "people.whoAmI": { mayNot: OWN, wrongTeam: OWN },
  "people.signOut": { mayNot: byKey(), wrongTeam: OWN },
  "people.setMyLanguage": { mayNot: byKey(() => ({ body: { language: "en" } })), wrongTeam: OWN },
  "people.changePassword": {
    mayNot: byKey(() => ({ body: { currentPassword: "x", newPassword: "long-enough-1" } })),
    wrongTeam: OWN,
  },
  "people.listSessions": { mayNot: byKey(), wrongTeam: OWN },
  "people.endSession": {
    mayNot: byKey(() => ({ params: { sessionId: nobody } })),
    wrongTeam: ofOtherTeam(() => ({ params: { sessionId: nobody } })),
  },
});
