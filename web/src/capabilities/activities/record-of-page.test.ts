import { describe, expect, it } from "vitest";
import { recordOfPage } from "./record-of-page.ts";

const ID = "0198c3f2-7c1e-7b3a-9d2e-5f6a7b8c9d0e";

describe("the record of a page", () => {
  it("is the one whose page is open", () => {
    expect(recordOfPage(`/leads/${ID}`)).toEqual({ object: "lead", id: ID });
    expect(recordOfPage(`/opportunities/${ID}`)).toEqual({ object: "opportunity", id: ID });
  });

  it("is none on lists, settings and what lies below a record", () => {
    for (const path of ["/leads", "/opportunities/list", "/today", `/imports/${ID}`, `/leads/${ID}/more`, "/"])
      expect(recordOfPage(path), path).toBeUndefined();
  });
});
