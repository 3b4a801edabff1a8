import { activities } from "@tongzhou/contract/activities";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { companyCalendar } from "../people/index.ts";
import { prepareTouchMonths } from "../touches/index.ts";
import { mayHaveFollowUps, mayLogOn } from "./activities.access.ts";
import { LOG_ACTIVITY, logActivity } from "./log-activity.ts";
import { findFollowUps } from "./queries/activity-rows.ts";

/** What our people did, and what they said they would do. */
export function activitiesRoutes(http: Http): void {
  serveWrite(http, activities.log, {
    allow: (viewer, { body }) => mayLogOn(viewer, body.object),
    kind: LOG_ACTIVITY,
    creates: "repeatable",
    prepare: (_, { body }) => {
      const now = http.house.clock.now();
      const at = body.at === null ? now : new Date(body.at);
      return prepareTouchMonths(http.house, [at < now ? at : now]);
    },
    handle: (context, { body }) => logActivity(context, body),
  });
  serveRead(http, activities.followUps, {
    allow: mayHaveFollowUps,
    async handle(context) {
      const { today, rows } = await findFollowUps(context, (await companyCalendar(context)).timeZone);
      return {
        today,
        count: rows[0]?.count ?? 0,
        rows: rows.map(({ count: _count, at, ...row }) => ({ ...row, at: at.toISOString() })),
      };
    },
  });
}
