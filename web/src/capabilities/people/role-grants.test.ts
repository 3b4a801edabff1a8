import type { Role } from "@tongzhou/contract/people-roles";
import { expect, it } from "vitest";
import { fieldChange, grantChange, grantOf } from "./role-grants.ts";

const rep: Role = {
  id: "7c0e0f5e-28ab-4c3a-9f7e-4f4f6a6b0c11",
  code: "rep",
  name: { zh: "销售", en: "Sales" },
  shipped: true,
  peopleCount: 2,
  grants: [
    { object: "*", action: "figures", scope: "own", pools: null },
    { object: "lead", action: "read", scope: "own", pools: ["public"] },
    { object: "campaign", action: "*", scope: "all", pools: null },
  ],
  fields: [{ object: "contact", field: "phone", level: "edit", scope: "own", pools: [], beyond: "masked" }],
};

it("finds the line that decides: its own, then of the object, then of the action", () => {
  expect(grantOf(rep, "lead", "read")?.scope).toBe("own");
  expect(grantOf(rep, "campaign", "delete")?.scope).toBe("all");
  expect(grantOf(rep, "lead", "figures")?.scope).toBe("own");
  expect(grantOf(rep, "lead", "delete")).toBeUndefined();
});

it("writes a line of its own, replaces the one that is there, and keeps the pools", () => {
  expect(grantChange(rep, "lead", "read", "team")).toEqual({
    object: "lead",
    action: "read",
    from: { scope: "own", pools: ["public"] },
    to: { scope: "team", pools: ["public"] },
  });
  expect(grantChange(rep, "campaign", "delete", "none")).toMatchObject({ from: null, to: { scope: "none" } });
  expect(grantChange(rep, "lead", "delete", "none")).toBeUndefined();
});

it("shows no more of a field beyond the scope than within it", () => {
  expect(fieldChange(rep, "contact", "phone", "hidden")?.to).toEqual({
    level: "hidden",
    scope: "own",
    pools: [],
    beyond: "hidden",
  });
  expect(fieldChange(rep, "contact", "email", "read")?.to).toMatchObject({ scope: "all", beyond: "read" });
});
