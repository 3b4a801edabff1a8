import { describe, expect, test } from "vitest";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { TestCaller, TestHttp } from "./test-http.ts";

/** Somebody who calls an endpoint that will not have them, with input that would be right for somebody else. */
export interface RefusedCall {
  readonly by: TestCaller;
  readonly input?: { params?: object; query?: object; body?: unknown };
}

/** A call that must be refused, or the reason why there can be none. */
export type RefusalCase = (() => RefusedCall) | string;

export interface RefusalCases {
  /** Somebody whose roles do not allow it. */
  readonly mayNot: RefusalCase;
  /** Somebody whose roles allow it for the records of another team. */
  readonly wrongTeam: RefusalCase;
}

const REFUSED = [403, 404];
const SHORTEST_REASON = 20;

/**
 * Tests that every endpoint of a capability turns away who may not and who is of the wrong team, writing nothing. Fails for
 * an endpoint without its two cases, so a new endpoint needs them.
 * @param http opened by the test file, asked for when the tests run.
 */
export function testRefusals(http: () => TestHttp, cases: Readonly<Record<string, RefusalCases>>): void {
  describe("every endpoint refuses", () => {
    for (const [id, { mayNot, wrongTeam }] of Object.entries(cases)) {
      testCase(http, id, "somebody who may not", mayNot);
      testCase(http, id, "somebody of the wrong team", wrongTeam);
    }
    test("no endpoint is without its cases, and no case without its endpoint", () => {
      const guarded = http().endpoints.filter(({ access }) => access !== "open");
      expect(Object.keys(cases).toSorted()).toEqual(guarded.map(({ endpoint }) => endpoint.id).toSorted());
    });
  });
}

function testCase(http: () => TestHttp, id: string, who: string, refusal: RefusalCase): void {
  if (typeof refusal === "string") {
    test(`${id}: nobody is ${who.replace("somebody ", "")}, because ${refusal}`, () => {
      expect(refusal.length, "a reason that says something").toBeGreaterThan(SHORTEST_REASON);
    });
    return;
  }
  test(`${id}: ${who}`, async () => {
    const { by, input = {} } = refusal();
    const before = await countOperations(http());
    const answer = await by.call(endpointOf(http(), id), input as object);
    expect(REFUSED, JSON.stringify(answer.body)).toContain(answer.status);
    expect(Object.keys(answer.problem).toSorted()).toEqual(expect.arrayContaining(["code", "status", "title", "type"]));
    expect(await countOperations(http()), "operations that were kept").toBe(before);
  });
}

function endpointOf(http: TestHttp, id: string): Endpoint {
  const registered = http.endpoints.find(({ endpoint }) => endpoint.id === id);
  if (!registered) throw new Error(`there is no endpoint ${id}`);
  return registered.endpoint;
}

async function countOperations(http: TestHttp): Promise<number> {
  const { rows } = await http.house.pool.query<{ count: number }>("select count(*)::int as count from operation");
  return rows[0]?.count ?? 0;
}
