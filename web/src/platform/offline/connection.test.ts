import { expect, test } from "vitest";
import { connection, noteReached, noteUnreachable } from "./connection.ts";

test("an answer to a call that was sent before the network went does not say that it is back", () => {
  const sentAt = performance.now() - 1;
  noteUnreachable();
  noteReached(sentAt);
  expect(connection.get().reachable).toBe(false);
  noteReached(performance.now());
  expect(connection.get().reachable).toBe(true);
});
