import { describe, expect, it } from "vitest";
import zh from "./messages.zh.json" with { type: "json" };
import { codeKindOf, knownCode } from "./useCodeWords.ts";

describe("codes", () => {
  it("have words for every section and division of industries, and only for those", () => {
    for (const code of Object.keys(zh.industry)) expect(knownCode("industry", code)).toBe(code);
    for (const code of ["00", "98", "石化", "", "2", "261455"])
      expect(knownCode("industry", code), code).toBeUndefined();
    expect(Object.keys(zh.industry)).toHaveLength(97 + 20);
  });

  it("are read by their division, however finely they are written", () => {
    expect(knownCode("industry", "C26")).toBe("26");
    expect(knownCode("industry", "2614")).toBe("26");
  });

  it("have words for every function and level, and leave what people wrote alone", () => {
    for (const code of Object.keys(zh.jobFunction)) expect(knownCode("jobFunction", code)).toBe(code);
    for (const code of Object.keys(zh.jobLevel)) expect(knownCode("jobLevel", code)).toBe(code);
    expect(knownCode("jobFunction", "***")).toBeUndefined();
    expect(knownCode("jobLevel", "科长")).toBeUndefined();
  });

  it("have words for every channel that the program names itself", () => {
    for (const code of Object.keys(zh.channel)) expect(knownCode("channel", code)).toBe(code);
    expect(knownCode("channel", "抖音直播间")).toBeUndefined();
  });

  it("stand in these fields and columns alone", () => {
    expect(codeKindOf("account.industryCode")).toBe("industry");
    expect(codeKindOf("job_level")).toBe("jobLevel");
    expect(codeKindOf("account.name")).toBeUndefined();
  });
});
