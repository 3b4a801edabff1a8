import { LOSE_REASONS } from "@tongzhou/contract/opportunity-type";
import { TOUCH_KINDS } from "@tongzhou/contract/touch-kinds";
import { describe, expect, it } from "vitest";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };

describe("the words of a timeline", () => {
  it("say why a deal was lost, in both languages", () => {
    for (const reason of LOSE_REASONS) {
      expect(zh.reason[reason], reason).toMatch(/\p{Script=Han}/u);
      expect(en.reason[reason], reason).toMatch(/^[A-Z]/);
    }
  });

  it("say what a customer did, whatever kind of touch it was", () => {
    for (const kind of TOUCH_KINDS) expect(Object.keys(zh.touch), kind).toContain(kind);
  });
});
