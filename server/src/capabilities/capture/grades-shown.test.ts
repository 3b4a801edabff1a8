import { beforeAll, expect, test } from "vitest";
import { leads } from "@tongzhou/contract/leads";
import { leadScore } from "@tongzhou/contract/lead-score";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { leadsMessages, leadsRoutes, readPools } from "../leads/index.ts";
import { openDirectory } from "../people/index.ts";
import { leadScorePart, readGrades, standardsMessages, standardsRoutes } from "../standards/index.ts";
import { EAGER, formOf, openCaptureWorld } from "../../capture-world.fixture.ts";
import type { CaptureWorld } from "../../capture-world.fixture.ts";

const DAY_MS = 86_400_000;

let world: CaptureWorld;
let http: TestHttp;

beforeAll(async () => {
  world = await openCaptureWorld();
  const { house } = world.database;
  http = await openTestHttp({
    house,
    directory: openDirectory(house, readPools),
    messages: [leadsMessages, standardsMessages],
    register(registering) {
      leadsRoutes(registering, { readReasons: async () => [], score: leadScorePart, readGrades });
      standardsRoutes(registering);
    },
  });
  await world.putInForce(EAGER);
});

test("a grade that stepped down since it was kept is the same in lists, on the record, in today and in its breakdown", async () => {
  const { house } = world.database;
  const [captured] = await world.capture(formOf("刘建国", "13800138000", house.clock.now()));
  const leadId = captured?.leadId ?? "";
  const [lead] = await world.rows("select owner_id from lead");
  const rep = http.as(String(lead?.["owner_id"]));
  const shown = async (): Promise<object[]> => {
    const why = (await rep.call(leadScore.read, { params: { leadId } })).body;
    return [
      { cell: why.cell, fit: why.fit.points, engagement: why.engagement.tenths },
      (await rep.call(leads.list)).body.rows[0].grade,
      (await rep.call(leads.show, { params: { leadId } })).body.grade,
      (await rep.call(leads.today)).body.leads[0].grade,
    ];
  };
  const [first, ...same] = await shown();
  expect(first).toMatchObject({ engagement: 300 });
  expect(same).toEqual([first, first, first]);
  house.clock.advance(200 * DAY_MS);
  const [later, ...equal] = await shown();
  expect(later).not.toEqual(first);
  expect(equal).toEqual([later, later, later]);
  expect(await world.rows("select engagement from lead_score")).toEqual([{ engagement: 300 }]);
});
