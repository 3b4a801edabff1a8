import { beforeAll, describe, expect, test } from "vitest";
import { accessObject } from "../../platform/access/access-object.ts";
import { lineKey } from "../../platform/access/grants.ts";
import type { FieldLevel, Scope } from "../../platform/access/grants.ts";
import { PeopleSnapshot } from "../../platform/access/people-snapshot.ts";
import { Viewer } from "../../platform/access/viewer.ts";
import { maskWhole } from "../../platform/access/mask-text.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { revealField } from "./index.ts";

const REVEAL = operationKind("boat.reveal");
const BOAT = accessObject("boat", { actions: ["read", "reveal"], fields: { phone: maskWhole } });
const owner = "00000000-0000-7000-8000-00000000000a";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});

/** Somebody who reads all boats, and may do with the phone and behind its mask what is said. */
function viewer(level: FieldLevel, reveal: Scope, id = database.house.newId()): Viewer {
  const grant = (action: string, scope: Scope) => ({ object: "boat", action, scope, pools: null });
  const line = { object: "boat", field: "phone", level, scope: "all", pools: null, beyond: "hidden" } as const;
  const role = {
    id: "r",
    code: "r",
    grants: new Map([
      [lineKey("boat", "read"), grant("read", "all")],
      [lineKey("boat", "reveal"), grant("reveal", reveal)],
    ]),
    fields: new Map([[lineKey("boat", "phone"), line]]),
  };
  const person = {
    id,
    name: "吴桐",
    email: null,
    language: "zh-CN",
    teamId: null,
    active: true,
    signInId: null,
    roleIds: ["r"],
  } as const;
  return new Viewer(new PeopleSnapshot({ people: [person], teams: [], pools: [], roles: [role] }), person);
}

const reveal = (by: Viewer): Promise<string> =>
  operate(
    database.house,
    { actor: { kind: "person", personId: by.personId }, kind: REVEAL, source: "web" },
    (context) =>
      revealField(
        { ...context, viewer: by },
        { object: BOAT, recordId: owner, field: "phone", held: { ownerIds: [owner] } },
      ),
  ).then(
    () => "shown",
    (error: { code: string }) => error.code,
  );

const written = async (by: Viewer): Promise<unknown[]> =>
  (
    await database.pool.query("select details from security_event where kind = 'revealed' and person_id = $1", [
      by.personId,
    ])
  ).rows;

describe("looking behind a mask", () => {
  test("is written down: who, which record, which field, and not the value", async () => {
    const admin = viewer("masked", "all");
    expect(await reveal(admin)).toBe("shown");
    expect(await written(admin)).toEqual([{ details: { object: "boat", recordId: owner, field: "phone" } }]);
  });

  test("needs the grant, on this very record", async () => {
    expect(await reveal(viewer("masked", "none"))).toBe("not_allowed");
    expect(await reveal(viewer("masked", "own"))).toBe("not_allowed");
    expect(await reveal(viewer("masked", "own", owner))).toBe("shown");
  });

  test("is nothing to write down for somebody who may read the field anyway", async () => {
    const rep = viewer("read", "none");
    expect(await reveal(rep)).toBe("shown");
    expect(await written(rep)).toEqual([]);
  });

  test("is not possible where the field does not exist for them, and says only that", async () => {
    expect(await reveal(viewer("hidden", "all"))).toBe("not_found");
  });

  test("has its limit a day, also when they look at many at once", async () => {
    const admin = viewer("masked", "all");
    const results: string[] = [];
    for (let round = 0; round < 13; round++)
      results.push(...(await Promise.all(Array.from({ length: 5 }, () => reveal(admin)))));
    expect(results.filter((result) => result === "shown")).toHaveLength(60);
    expect(results.filter((result) => result === "reveal_limit")).toHaveLength(5);
    expect(await written(admin)).toHaveLength(60);
  });
});
