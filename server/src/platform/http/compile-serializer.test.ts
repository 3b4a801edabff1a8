import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { compileSerializer } from "./compile-serializer.ts";

const write = (schema: z.ZodType, value: unknown): unknown => JSON.parse(compileSerializer(schema)(value));

test("leaves out what the contract does not name, at every depth", () => {
  const schema = z.object({
    rows: z.array(z.object({ id: z.string(), owner: z.object({ name: z.string() }).nullable() })),
    extra: z.object({ a: z.int() }).optional(),
  });
  const secret = { phone: "13812346021" };
  const value = {
    rows: [
      { id: "1", owner: { name: "陈浩", ...secret }, ...secret },
      { id: "2", owner: null },
    ],
    extra: { a: 1, ...secret },
    ...secret,
  };
  expect(write(schema, value)).toEqual({
    rows: [
      { id: "1", owner: { name: "陈浩" } },
      { id: "2", owner: null },
    ],
    extra: { a: 1 },
  });
});

test("leaves it out in unions, intersections, tuples, records and extended shapes too", () => {
  const secret = { phone: "13812346021" };
  const union = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("a"), a: z.int() }),
    z.object({ kind: z.literal("b"), b: z.string().nullable() }),
  ]);
  expect(write(union, { kind: "b", b: "x", a: 1, ...secret })).toEqual({ kind: "b", b: "x" });
  expect(write(z.object({ of: union.nullable() }), { of: { kind: "a", a: 1, ...secret } })).toEqual({
    of: { kind: "a", a: 1 },
  });
  expect(write(z.object({ of: union.nullable() }), { of: null })).toEqual({ of: null });
  const base = z.object({ id: z.string() });
  expect(write(base.extend({ name: z.string() }), { id: "1", name: "n", ...secret })).toEqual({ id: "1", name: "n" });
  expect(write(z.record(z.string(), base), { x: { id: "1", ...secret } })).toEqual({ x: { id: "1" } });
});

test("writes what a field may be: null, either of two types, anything, nothing", () => {
  const schema = z.object({
    text: z.string().nullable(),
    either: z.union([z.string(), z.number()]),
    anything: z.record(z.string(), z.unknown()),
    whatever: z.unknown().nullable(),
    choice: z.enum(["a", "b"]).nullable(),
    at: z.iso.datetime().nullable(),
    missing: z.string().optional(),
  });
  const value = {
    text: null,
    either: 3,
    anything: { a: [1, { b: null }] },
    whatever: { deep: [true] },
    choice: "b",
    at: "2025-11-21T01:24:00.000Z",
  };
  expect(write(schema, value)).toEqual(value);
  const other = { text: '"\n 😀 \u2028', either: "3", anything: {}, whatever: null, choice: null, at: null };
  expect(write(schema, other)).toEqual(other);
});

test("refuses an answer that lacks a field of the contract", () => {
  expect(() => compileSerializer(z.object({ id: z.string() }))({})).toThrow();
});

test("properties may bear the names of keywords of the schema language", () => {
  const schema = z.object({ title: z.string(), format: z.string(), default: z.int(), pattern: z.string() });
  const value = { title: "t", format: "f", default: 1, pattern: "p" };
  expect(write(schema, value)).toEqual(value);
});

test("any answer comes out as the contract would parse it", () => {
  const Row = z.object({
    id: z.uuid(),
    name: z.string(),
    count: z.int(),
    amount: z.number().nullable(),
    tags: z.array(z.string()),
    inner: z.object({ flag: z.boolean(), note: z.string().optional() }).nullable(),
  });
  const schema = z.object({ rows: z.array(Row), nextCursor: z.string().optional() });
  const serialize = compileSerializer(schema);
  const row = fc.record({
    id: fc.uuid(),
    name: fc.string({ unit: "grapheme" }),
    count: fc.maxSafeInteger(),
    amount: fc.option(fc.double({ noDefaultInfinity: true, noNaN: true }).map((amount) => amount + 0)),
    tags: fc.array(fc.string()),
    inner: fc.option(
      fc.oneof(
        fc.record({ flag: fc.boolean(), note: fc.string(), secret: fc.string() }),
        fc.record({ flag: fc.boolean(), secret: fc.string() }),
      ),
    ),
    secret: fc.string(),
  });
  const answer = fc.record({ rows: fc.array(row), nextCursor: fc.string() }, { requiredKeys: ["rows"] });
  fc.assert(
    fc.property(answer, (value) => {
      expect(JSON.parse(serialize(value))).toEqual(JSON.parse(JSON.stringify(schema.parse(value))));
    }),
  );
});

test("writes a choice of values that may be missing, also inside a union", () => {
  const schema = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("call"), outcome: z.enum(["reached", "missed"]).nullable() }),
    z.object({ kind: z.literal("note"), text: z.string() }),
  ]);
  expect(write(schema, { kind: "call", outcome: null })).toEqual({ kind: "call", outcome: null });
  expect(write(schema, { kind: "call", outcome: "missed" })).toEqual({ kind: "call", outcome: "missed" });
});
