import { beforeAll } from "vitest";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { openPeople } from "../people/index.ts";
import { openCaptureWorld } from "../../capture-world.fixture.ts";
import type { CaptureWorld } from "../../capture-world.fixture.ts";
import { captureMessages, captureRoutes } from "./index.ts";

let world: CaptureWorld;
let http: TestHttp;

beforeAll(async () => {
  world = await openCaptureWorld();
  const { house } = world.database;
  const { signIn } = await openPeople(house);
  http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [captureMessages],
    register: captureRoutes,
  });
});

testRefusals(() => http, {
  "capture.recogniseCustomer": {
    mayNot: () => ({ by: http.as(world.cast.何川), input: { body: { phone: "13800138000" } } }),
    wrongTeam: "it answers nothing of records out of reach, which recognise-customer.test.ts shows",
  },
  "capture.createLead": {
    mayNot: () => ({ by: http.as(world.cast.何川), input: { body: { name: "甲", company: "乙" } } }),
    wrongTeam: "a lead that does not exist yet is of no team, and for oneself everybody with the right may create",
  },
});
