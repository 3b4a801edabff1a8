import { beforeAll } from "vitest";
import { hireCast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { openDirectory } from "../people/index.ts";
import { notificationsMessages, notificationsRoutes } from "./index.ts";

let http: TestHttp;

beforeAll(async () => {
  const { house } = await createTestDatabase();
  await hireCast(house);
  http = await openTestHttp({
    house,
    directory: openDirectory(house),
    messages: [notificationsMessages],
    register: notificationsRoutes,
  });
});

const OWN = "everybody reads what they themselves were told, and the statements ask for nobody else's";
testRefusals(() => http, {
  "notifications.listNotifications": { mayNot: OWN, wrongTeam: OWN },
  "notifications.countUnread": { mayNot: OWN, wrongTeam: OWN },
  "notifications.markRead": { mayNot: OWN, wrongTeam: OWN },
});
