import { beforeAll } from "vitest";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { openJobsWorld } from "./jobs-world.fixture.ts";
import type { JobsWorld } from "./jobs-world.fixture.ts";

let world: JobsWorld;
let workId: string;
let deadId: string;

beforeAll(async () => {
  world = await openJobsWorld();
  workId = await world.begin(world.cast.林晓);
  deadId = await world.die("no wind");
});

const OWN = "everybody may list what they began themselves, and no more is in the list";
const HOUSE = "the queue is the whole house's; no grant for it names a team";
const by =
  (name: "陈浩" | "赵磊", input: () => object = () => ({})): RefusalCase =>
  () => ({ by: world.http.as(world.cast[name]), input: input() });
const work = (): object => ({ params: { id: workId } });
const dead = (): object => ({ params: { id: deadId } });

testRefusals(() => world.http, {
  "jobs.listLongOperations": { mayNot: OWN, wrongTeam: OWN },
  "jobs.readLongOperation": { mayNot: by("陈浩", work), wrongTeam: by("赵磊", work) },
  "jobs.pauseLongOperation": { mayNot: by("陈浩", work), wrongTeam: by("赵磊", work) },
  "jobs.resumeLongOperation": { mayNot: by("陈浩", work), wrongTeam: by("赵磊", work) },
  "jobs.stopLongOperation": { mayNot: by("陈浩", work), wrongTeam: by("赵磊", work) },
  "jobs.readOverview": { mayNot: by("陈浩"), wrongTeam: HOUSE },
  "jobs.listSchedules": { mayNot: by("陈浩"), wrongTeam: HOUSE },
  "jobs.listDeadJobs": { mayNot: by("陈浩"), wrongTeam: HOUSE },
  "jobs.retryDeadJob": { mayNot: by("陈浩", dead), wrongTeam: HOUSE },
  "jobs.dropDeadJob": { mayNot: by("陈浩", dead), wrongTeam: HOUSE },
});
