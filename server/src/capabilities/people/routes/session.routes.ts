import { session } from "@tongzhou/contract/people-session";
import type { WhoAmI } from "@tongzhou/contract/people-session";
import type { Call, Http } from "../../../platform/http/http.ts";
import { serveOpen } from "../../../platform/http/serve-open.ts";
import { serveRead } from "../../../platform/http/serve-read.ts";
import { serveWrite } from "../../../platform/http/serve-write.ts";
import { look } from "../../../platform/ledger/look.ts";
import { operate } from "../../../platform/ledger/operate.ts";
import { takeHit } from "../../../platform/limits/take-hit.ts";
import { Viewer } from "../../../platform/access/viewer.ts";
import { NotSignedIn } from "../../../platform/problems/refusal.ts";
import { BEGIN_COMPANY, beginCompany } from "../begin-company.ts";
import { CHANGE_PASSWORD, changePassword } from "../change-password.ts";
import { checkMyPassword } from "../check-my-password.ts";
import { END_SESSION, endSession } from "../end-session.ts";
import { enter } from "../enter.ts";
import type { Entered } from "../enter.ts";
import type { PeopleHouse } from "../open-people.ts";
import { isAtABrowser, isSignedIn } from "../people.access.ts";
import { SET_MY_LANGUAGE, setMyLanguage } from "../set-my-language.ts";
import { showDoor } from "../show-door.ts";
import { whoAmI } from "../who-am-i.ts";

/** Making a company costs a password hash; a machine that tries for ever is not a first run. */
const FIRST_RUNS = { name: "first-run", hits: 20, seconds: 3600 };

/** Signing in and out, and what a person may do about themselves. */
export function sessionRoutes(http: Http, people: PeopleHouse): void {
  const { house, signIn, neighbours } = people;
  const settled = (): void => signIn.directory.forget();

  serveOpen(http, session.showDoor, {
    everybodyBecause: "it is the page before signing in, and tells only what is public",
    handle: () => look(house, "list", (context) => showDoor(context, neighbours)),
  });
  serveOpen(http, session.firstRun, {
    everybodyBecause: "nobody exists yet; it refuses as soon as somebody does",
    creates: true,
    async handle({ body }, call) {
      await takeHit(house, FIRST_RUNS, call.address);
      const personId = house.newId();
      const asked = { actor: { kind: "person", personId }, kind: BEGIN_COMPANY, source: "web" } as const;
      await operate(house, asked, (context) => beginCompany(context, signIn, personId, body));
      settled();
      return admit(people, await enter(people, body, call), call);
    },
  });
  serveOpen(http, session.signIn, {
    everybodyBecause: "it is how somebody becomes known",
    handle: async ({ body }, call) => admit(people, await enter(people, body, call), call),
  });
  serveRead(http, session.whoAmI, {
    allow: isSignedIn,
    handle: (context) => whoAmI(context, context.viewer, neighbours),
  });
  serveWrite(http, session.signOut, {
    allow: isAtABrowser,
    kind: END_SESSION,
    async handle(context, _input, call) {
      if (call.sessionId !== undefined) await endSession(context, signIn, call.sessionId);
      call.takeSession();
      return {};
    },
  });
  serveWrite(http, session.setMyLanguage, {
    allow: isAtABrowser,
    kind: SET_MY_LANGUAGE,
    async handle(context, { body }) {
      await setMyLanguage(context, body.language);
      return whoAmI(context, context.viewer, neighbours);
    },
    settled,
  });
  serveWrite(http, session.changePassword, {
    allow: isAtABrowser,
    kind: CHANGE_PASSWORD,
    prepare: (viewer, { body }) => checkMyPassword(people, viewer, body.currentPassword),
    handle: async (context, { body }, call) => ({
      endedSessions: await changePassword(context, signIn, body.newPassword, call.sessionId),
    }),
  });
  serveRead(http, session.listSessions, {
    allow: isAtABrowser,
    handle: async ({ viewer }, _input, call) =>
      (await signIn.sessions.list(viewer.person.signInId ?? "")).map((entry) => ({
        ...entry,
        current: entry.id === call.sessionId,
        createdAt: entry.createdAt.toISOString(),
        expiresAt: entry.expiresAt.toISOString(),
      })),
  });
  serveWrite(http, session.endSession, {
    allow: isAtABrowser,
    kind: END_SESSION,
    async handle(context, { params }) {
      await endSession(context, signIn, params.sessionId);
      return {};
    },
  });
}

/** Gives the browser its session and shows who came in. */
async function admit({ house, signIn, neighbours }: PeopleHouse, entered: Entered, call: Call): Promise<WhoAmI> {
  call.giveSession(entered.cookie, entered.seconds);
  call.note(entered.operationId);
  const snapshot = await signIn.directory.snapshot();
  const person = snapshot.people.get(entered.personId);
  if (!person) throw new NotSignedIn();
  return look(house, "list", (context) => whoAmI(context, new Viewer(snapshot, person), neighbours));
}
