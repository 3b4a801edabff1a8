import { describe, expect, test } from "vitest";
import { 周敏, 陈浩, 赵磊, nurturing, qualifying, taken, moved, refused, kinds } from "./example-leads.fixture.ts";
import { inPool, ownedBy } from "./lead-state.ts";

const TODAY = Date.UTC(2025, 10, 21);
const APRIL = Date.UTC(2026, 2, 31, 16);

describe("rows 3 to 5: the SDR", () => {
  test("row 3: taking and giving back", () => {
    const move = moved(qualifying, { kind: "taken", personId: "周敏" });
    expect(move).toMatchObject({ row: "3", lead: { stage: "qualifying", holder: ownedBy("周敏") } });
    expect(move.lifecycle).toMatchObject([{ from: "qualifying", to: "qualifying" }]);
    expect(moved(move.lead, { kind: "given_back", by: 周敏 }).lead.holder).toEqual(inPool("sdr"));
  });
  test("row 3: the second SDR is told who was first", () => {
    expect(refused(taken, { kind: "taken", personId: "林晓" })).toMatchObject({
      code: "already_taken",
      params: { ownerId: "周敏" },
    });
    expect(refused(qualifying, { kind: "given_back", by: 周敏 }).code).toBe("not_taken");
  });
  test("row 4: passing on to the rules keeps the answers", () => {
    const move = moved(taken, { kind: "passed_on", by: 周敏, repId: null });
    expect(move).toMatchObject({ row: "4", lead: { stage: "mql", holder: inPool("triage"), passedOnBySdr: true } });
    expect(kinds(move)).toEqual(["keep_answers", "route"]);
  });
  test("row 4: passing on to a named rep asks that rep", () => {
    const move = moved(taken, { kind: "passed_on", by: 周敏, repId: "王倩" });
    expect(move.lead).toMatchObject({ stage: "assigned", holder: ownedBy("王倩"), hadBy: ["王倩"] });
    expect(kinds(move)).toEqual(["keep_answers", "start_clock", "tell_owner"]);
    expect(move.lifecycle).toHaveLength(1);
  });
  test("row 4: another SDR's lead cannot be passed on, except by who may act for her", () => {
    expect(refused(taken, { kind: "passed_on", by: 陈浩, repId: null }).code).toBe("not_the_holder");
    expect(moved(taken, { kind: "passed_on", by: 赵磊, repId: null }).row).toBe("4");
  });
  test("row 5: a parked lead comes back to the SDR pool on its date, not before", () => {
    const parked = moved(taken, { kind: "parked", by: 周敏, until: APRIL, now: TODAY });
    expect(parked).toMatchObject({ row: "5", lead: { stage: "nurturing", parkedUntil: APRIL } });
    expect(refused(parked.lead, { kind: "park_over", now: APRIL - 1 }).code).toBe("parked_until_later");
    const back = moved(parked.lead, { kind: "park_over", now: APRIL });
    expect(back.lead).toMatchObject({ stage: "qualifying", holder: inPool("sdr"), parkedUntil: null });
    expect(refused(nurturing, { kind: "park_over", now: APRIL }).code).toBe("not_parked");
  });
  test("row 5: parking needs a day ahead", () => {
    expect(refused(taken, { kind: "parked", by: 周敏, until: TODAY, now: TODAY }).code).toBe("park_date_not_ahead");
  });
});
