import { beforeAll, describe, expect, test } from "vitest";
import { accessObject } from "../../platform/access/access-object.ts";
import { fieldLevel } from "../../platform/access/field-access.ts";
import { maskWhole } from "../../platform/access/mask-text.ts";
import type { SnapshotPool } from "../../platform/access/people-snapshot.ts";
import { PeopleSnapshot } from "../../platform/access/people-snapshot.ts";
import { covers } from "../../platform/access/reach.ts";
import type { Held } from "../../platform/access/reach.ts";
import { Viewer, may, reachOf } from "../../platform/access/viewer.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { openDirectory } from "./index.ts";

type Name = Exclude<keyof Cast, "teams">;

/** Named apart from the objects of the capabilities, which this test does not load. */
const CONTACT = { ...accessObject("contact_of_test", { actions: [], fields: { phone: maskWhole } }), name: "contact" };

let cast: Cast;
let viewer: (name: Name) => Viewer;
let held: Record<string, Held>;

beforeAll(async () => {
  const database = await createTestDatabase();
  cast = await hireCast(database.house);
  const pool = (kind: string, memberRoles: string[], teamId: string | null = null): SnapshotPool => ({
    id: `${kind} ${teamId ?? ""}`,
    kind,
    memberRoles,
    teamId,
  });
  const pools = [
    pool("sdr", ["sdr"]),
    pool("nurture", ["marketer"]),
    pool("invalid", ["marketer"]),
    pool("triage", ["sales_manager", "marketer"]),
    pool("public", [], cast.teams.华东组),
    pool("public", [], cast.teams.华南组),
  ];
  const snapshot = await openDirectory(database.house, async () => pools).snapshot();
  viewer = (name) => {
    const person = snapshot.people.get(cast[name]);
    if (!person) throw new Error(name);
    return new Viewer(snapshot, person);
  };
  const pooled = (position: number): Held => ({ poolIds: [pools[position]?.id ?? ""] });
  held = {
    "a lead of 陈浩": { ownerIds: [cast.陈浩] },
    "a lead of 王倩": { ownerIds: [cast.王倩] },
    "a lead that 周敏 took": { ownerIds: [cast.周敏] },
    "a lead in the SDR pool": pooled(0),
    "a lead in nurture": pooled(1),
    "an invalid lead": pooled(2),
    "a lead in triage": pooled(3),
    "a lead in 华东组's 公海": pooled(4),
    "a lead in 华南组's 公海": pooled(5),
  };
  expect(snapshot).toBeInstanceOf(PeopleSnapshot);
});

/** Which of the leads somebody may do something with. */
const leads = (name: Name, action: string): string[] =>
  Object.keys(held).filter((lead) => covers(reachOf(viewer(name), "lead", action), held[lead] ?? {}));

describe("as shipped", () => {
  test("a marketer reads all leads and works on those in nurture, the SDR pool and triage", () => {
    expect(leads("林晓", "read")).toHaveLength(9);
    expect(leads("林晓", "edit")).toEqual(["a lead in the SDR pool", "a lead in nurture", "a lead in triage"]);
    expect(may(viewer("林晓"), "standard", "sign_marketing")).toBe(true);
    expect(may(viewer("林晓"), "standard", "sign_sales")).toBe(false);
  });

  test("an SDR reads all leads and works on their own and the pool's", () => {
    expect(leads("周敏", "read")).toHaveLength(9);
    expect(leads("周敏", "edit")).toEqual(["a lead that 周敏 took", "a lead in the SDR pool"]);
    expect(may(viewer("周敏"), "opportunity", "read")).toBe(false);
  });

  test("a rep sees their own and the public pool of their team, claims there, and edits only their own", () => {
    expect(leads("陈浩", "read")).toEqual(["a lead of 陈浩", "a lead in 华东组's 公海"]);
    expect(leads("陈浩", "claim")).toEqual(["a lead of 陈浩", "a lead in 华东组's 公海"]);
    expect(leads("陈浩", "edit")).toEqual(["a lead of 陈浩"]);
    expect(leads("陈浩", "assign")).toEqual([]);
  });

  test("a sales manager has the team and everything below, its pools, and triage", () => {
    const theirs = [
      "a lead of 陈浩",
      "a lead of 王倩",
      "a lead in triage",
      "a lead in 华东组's 公海",
      "a lead in 华南组's 公海",
    ];
    expect(leads("赵磊", "read")).toEqual(theirs);
    expect(leads("赵磊", "assign")).toEqual(theirs);
    expect(may(viewer("赵磊"), "standard", "sign_sales")).toBe(true);
    expect(may(viewer("赵磊"), "routing", "edit")).toBe(true);
  });

  test("customer success sees what it owns, executives see everything and change nothing", () => {
    expect(leads("孙悦", "read")).toEqual([]);
    expect(leads("何川", "read")).toHaveLength(9);
    expect(leads("何川", "edit")).toEqual([]);
    expect(leads("吴桐", "delete")).toHaveLength(9);
  });

  test("figures reach as far as the book says", () => {
    const reach = (name: Name): string => {
      const figures = reachOf(viewer(name), "campaign", "figures");
      return figures.kind === "some" ? `${figures.ownerIds.size} people` : figures.kind;
    };
    expect(["林晓", "周敏", "陈浩", "赵磊", "孙悦", "何川"].map((name) => reach(name as Name))).toEqual([
      "everything",
      "2 people",
      "1 people",
      "everything",
      "1 people",
      "everything",
    ]);
  });

  test("contact details are clear to who follows the contact, masked to everybody else", () => {
    const phone = (name: Name, of: Held): string => fieldLevel(viewer(name), CONTACT, "phone", of);
    const followed = { ownerIds: [cast.陈浩] };
    expect(phone("陈浩", followed)).toBe("edit");
    expect(phone("王倩", followed)).toBe("masked");
    expect(phone("赵磊", followed)).toBe("edit");
    expect(phone("周敏", followed)).toBe("masked");
    expect(phone("周敏", held["a lead in the SDR pool"] ?? {})).toBe("edit");
    expect(phone("陈浩", held["a lead in 华东组's 公海"] ?? {})).toBe("masked");
    expect(phone("林晓", followed)).toBe("masked");
    expect(phone("何川", followed)).toBe("masked");
    expect(phone("吴桐", followed)).toBe("masked");
    expect(may(viewer("吴桐"), "contact", "reveal")).toBe(true);
    expect(may(viewer("林晓"), "contact", "reveal")).toBe(false);
  });
});
