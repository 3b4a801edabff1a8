import { join } from "node:path";
import { expect, test } from "vitest";
import { checkMessages } from "./check-messages.mjs";
import { ROOT } from "./install.mjs";

test("a message without its twin, a key nobody answers and text in a component are reported, and names are not", () => {
  const card = "web/src/capabilities/leads/LeadCard.tsx";
  const zh = "web/src/capabilities/leads/messages.zh.json";
  const en = "web/src/capabilities/leads/messages.en.json";
  expect(checkMessages(join(ROOT, "scripts/fixtures/messages")).complaints).toEqual([
    "server/src/platform/problems/messages.zh.json has no messages.en.json beside it",
    `${en}: assigned speaks of count, its twin of count, name`,
    `${zh}: assigned speaks of count, name, its twin of count`,
    `${zh}: empty is empty`,
    `${en} has no onlyChinese`,
    `${card}:6 text in the attribute aria-label: "Lead card"`,
    `${card}:8 text in the component: "Waiting for you"`,
    `${card}:10 asks for leads:reject, which no message answers`,
    `${card}:11 speaks the namespace shell, which has no messages`,
    `${card}:13 text in the code: "接受"`,
  ]);
});
