import { leads } from "@tongzhou/contract/leads";
import { timeline } from "@tongzhou/contract/timeline";
import { beforeAll, expect, test } from "vitest";
import { openWorldOfActivities } from "../../activity-world.fixture.ts";
import type { WorldOfActivities } from "../../activity-world.fixture.ts";

let world = {} as WorldOfActivities;

beforeAll(async () => {
  world = await openWorldOfActivities();
});

const entries = async (leadId: string) => {
  const params = { object: "lead" as const, recordId: leadId };
  const { body } = await world.http.as(world.cast.陈浩).call(timeline.read, { params, query: {} });
  return body.rows;
};

test("what a move wrote is told by the move alone, an edit beside it by itself", async () => {
  const { http, cast } = world;
  const leadId = await world.assigned("刘建国", "陈浩");
  const before = (await entries(leadId)).length;
  await http.as(cast.陈浩).call(leads.accept, { body: { leadIds: [leadId] } });
  const moved = await entries(leadId);
  expect(moved).toHaveLength(before + 1);
  expect(moved[0]).toMatchObject({ kind: "move", from: "assigned", to: "sql", actor: { name: "陈浩" } });

  await http
    .as(cast.陈浩)
    .call(leads.edit, { params: { leadId }, body: { note: { from: null, to: "周三带样机去现场" } } });
  const edited = await entries(leadId);
  expect(edited).toHaveLength(before + 2);
  expect(edited[0]).toMatchObject({ kind: "edit", columns: ["note"] });
});
