import { beforeAll, describe, expect, test } from "vitest";
import { notifications } from "@tongzhou/contract/notifications";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { listenToBroadcasts } from "../../platform/events/listen-to-broadcasts.ts";
import type { BroadcastMessage } from "../../platform/events/broadcast.ts";
import type { OperationRequest } from "../../platform/ledger/operate.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { notificationsMessages, notificationsRoutes, notify } from "./index.ts";
import type { Notice } from "./index.ts";

const TELL = operationKind("test.tell");

let { database, http, cast } = {} as TestWorld;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(notificationsRoutes, [notificationsMessages]));
});

const tell = async (notices: readonly Notice[], request: Partial<OperationRequest> = {}): Promise<string> => {
  const asked = { actor: { kind: "system" }, kind: TELL, source: "job", ...request } as const;
  return (await operate(database.house, asked, (context) => notify(context, notices))).operationId;
};

const assigned = (personId: string, leadId: string): Notice => ({
  personId,
  kind: "lead.assigned",
  params: { leadId },
});

const read = async (personId: string) => (await http.as(personId).call(notifications.list)).body.rows;

describe("notifications", () => {
  test("one act tells a person once, whatever its batches and the rules that answered them", async () => {
    const parentId = await tell([]);
    const batch = await tell([assigned(cast.陈浩, "第一条"), assigned(cast.陈浩, "第二条")], { parentId });
    await tell([assigned(cast.陈浩, "第三条"), assigned(cast.王倩, "第四条")], { causeId: batch });
    expect(await read(cast.陈浩)).toEqual([
      expect.objectContaining({
        kind: "lead.assigned",
        operationId: parentId,
        params: { leadId: "第一条", count: 3 },
        readAt: null,
      }),
    ]);
    expect(await read(cast.王倩)).toHaveLength(1);
  });

  test("what is read stays read until the same act has more to say; others' notices are not touched", async () => {
    const act = await tell([assigned(cast.赵磊, "一"), assigned(cast.孙悦, "一")]);
    const [notice] = await read(cast.赵磊);
    expect((await http.as(cast.赵磊).call(notifications.markRead, { body: { ids: [notice.id] } })).body).toEqual({
      unread: 0,
    });
    expect((await http.as(cast.孙悦).call(notifications.countUnread)).body).toEqual({ unread: 1 });
    await http.as(cast.赵磊).call(notifications.markRead, { body: { ids: [(await read(cast.孙悦))[0].id] } });
    expect((await http.as(cast.孙悦).call(notifications.countUnread)).body).toEqual({ unread: 1 });
    await tell([assigned(cast.赵磊, "二")], { parentId: act });
    expect((await http.as(cast.赵磊).call(notifications.countUnread)).body).toEqual({ unread: 1 });
    expect((await http.as(cast.赵磊).call(notifications.markRead, { body: {} })).body).toEqual({ unread: 0 });
  });

  test("pages turn from the newest to the oldest without losing or doubling a notice", async () => {
    for (let count = 0; count < 5; count++) await tell([{ personId: cast.何川, kind: "test.told" }]);
    const first = await http.as(cast.何川).call(notifications.list, { query: { limit: 3 } });
    const rest = await http
      .as(cast.何川)
      .call(notifications.list, { query: { limit: 3, cursor: first.body.nextCursor } });
    const ids = [...first.body.rows, ...rest.body.rows].map((row: { id: string }) => row.id);
    expect(new Set(ids).size).toBe(5);
    expect(rest.body.nextCursor).toBeUndefined();
  });

  test("the pages of whoever is told hear of it at once, and nobody else's", async () => {
    const heard: BroadcastMessage[] = [];
    const broadcasts = await listenToBroadcasts(database.connection);
    try {
      const said = new Promise<void>((resolve) => {
        broadcasts.listen({
          onMessage(message) {
            heard.push(message);
            resolve();
          },
        });
      });
      await tell([{ personId: cast.林晓, kind: "test.told" }]);
      await said;
    } finally {
      await broadcasts.stop();
    }
    expect(heard).toEqual([{ topic: "notification", personIds: [cast.林晓] }]);
  });
});
