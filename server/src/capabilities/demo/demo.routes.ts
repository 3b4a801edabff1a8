import { demo } from "@tongzhou/contract/demo";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import type { PeopleHouse } from "../people/index.ts";
import { mayReplaceDemo } from "./demo.access.ts";
import { REPLACE_DEMO, replaceDemo } from "./replace-demo.ts";
import { showDemo } from "./show-demo.ts";

/** Looking at the demo company, and beginning with one's own. */
export function demoRoutes(http: Http, { signIn }: PeopleHouse): void {
  serveRead(http, demo.show, {
    allow: mayReplaceDemo,
    handle: async (context) => ({ demo: await showDemo(context) }),
  });
  serveWrite(http, demo.replace, {
    allow: mayReplaceDemo,
    kind: REPLACE_DEMO,
    async handle(context, { body: { confirmation, ...company } }, call) {
      const signInId = await replaceDemo(context, signIn, company, confirmation);
      // The caller's own session ended with the demo; the page goes on as whom it has just made.
      const { cookie, seconds } = await signIn.sessions.open(signInId, call);
      call.giveSession(cookie, seconds);
      return {};
    },
    settled: () => signIn.directory.forget(),
  });
}
