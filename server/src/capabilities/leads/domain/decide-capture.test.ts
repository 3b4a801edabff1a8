import { expect, test } from "vitest";
import { decideCapture } from "./decide-capture.ts";
import type { EarlierLead } from "./decide-capture.ts";

const earlier = (facts: Partial<EarlierLead>): EarlierLead => ({
  leadId: "旧",
  stage: "disqualified",
  opportunity: null,
  wakes: false,
  stageSince: 0,
  ...facts,
});
const opportunity = (state: "running" | "won" | "lost") => ({ ownerId: "陈浩", state });

test("somebody new is a new lead", () => {
  expect(decideCapture([], null)).toEqual({ kind: "new_lead", askFirst: null });
});

test("an open lead takes the touch, whatever else there was", () => {
  const won = earlier({ leadId: "赢", stage: "converted", opportunity: opportunity("won"), stageSince: 9 });
  expect(decideCapture([won, earlier({ leadId: "开", stage: "nurturing" })], "王倩")).toEqual({
    kind: "touch_open_lead",
    leadId: "开",
  });
});

test("a running opportunity takes the touch and its owner is told", () => {
  const running = earlier({ stage: "converted", opportunity: opportunity("running") });
  expect(decideCapture([running], null)).toEqual({ kind: "touch_and_tell_owner", leadId: "旧", ownerId: "陈浩" });
});

test("after a won one comes a new lead, to the account's owner first", () => {
  const won = earlier({ stage: "converted", opportunity: opportunity("won") });
  expect(decideCapture([won], "王倩")).toEqual({ kind: "new_lead", askFirst: "王倩" });
});

test("a disqualified lead wakes when its reason does, else keeps the touch", () => {
  expect(decideCapture([earlier({ wakes: true })], null)).toEqual({ kind: "wake", leadId: "旧" });
  expect(decideCapture([earlier({})], null)).toEqual({ kind: "touch_only", leadId: "旧" });
});

test("of several disqualified leads the newest that wakes is woken", () => {
  const leads = [
    earlier({ leadId: "早", wakes: true, stageSince: 1 }),
    earlier({ leadId: "晚", wakes: true, stageSince: 2 }),
    earlier({ leadId: "最晚", wakes: false, stageSince: 3 }),
  ];
  expect(decideCapture(leads, null)).toEqual({ kind: "wake", leadId: "晚" });
});

test("a lost opportunity whose lead was never put back begins anew", () => {
  const lost = earlier({ stage: "converted", opportunity: opportunity("lost") });
  expect(decideCapture([lost], null)).toEqual({ kind: "new_lead", askFirst: null });
});
