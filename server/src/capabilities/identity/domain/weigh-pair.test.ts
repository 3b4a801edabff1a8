import { expect, test } from "vitest";
import { shippedModel } from "./shipped-model.ts";
import type { PlainRecord } from "./record-table.ts";
import { TOGETHER_BITS, weighPair, type PairSurroundings } from "./weigh-pair.ts";

const MODEL = shippedModel(5000);
const asWritten = (text: string): string => text;
const company = ["沧港钢铁\u001f沧港钢铁\u001f\u001f"];
const person: PlainRecord = { surname: ["张"], given: ["伟明"], organisation: company, city: ["130900"] };

const weigh = (
  first: PlainRecord,
  second: PlainRecord,
  { model = MODEL, areTogether = false, namesakes = null }: Partial<PairSurroundings> = {},
) => weighPair(first, second, { model, areTogether, namesakes, readAloud: asWritten });

test("the lines add up to the evidence, and with the prior to the probability", () => {
  const { lines, bits, prior, probability } = weigh(person, { ...person, phone: ["+8613900002207"] });
  expect(lines.map(({ of }) => of)).toEqual(expect.arrayContaining(["given", "surname", "organisation", "city"]));
  expect(lines.reduce((sum, line) => sum + line.bits, 0)).toBeCloseTo(bits, 1);
  expect(probability).toBeCloseTo(1 / (1 + 2 ** -(bits + prior)), 6);
});

test("what one side does not say is no evidence, what differs speaks against", () => {
  const silent = weigh(person, person);
  const differing = weigh({ ...person, phone: ["+8613900002207"] }, { ...person, phone: ["+8618600009015"] });
  expect(silent.lines.some(({ of }) => of === "phone")).toBe(false);
  expect(differing.lines.find(({ of }) => of === "phone")).toMatchObject({ level: 4, levels: 4, holders: null });
  expect(differing.probability).toBeLessThan(silent.probability);
});

test("a name that many go by says less than a rare one", () => {
  const [often, seldom] = [weigh(person, person, { namesakes: 400 }), weigh(person, person, { namesakes: 2 })];
  expect(seldom.bits).toBeGreaterThan(often.bits + 5);
  expect(often.lines.find(({ of }) => of === "given")?.holders).toBe(400);
});

test("one record that brought identifiers of both speaks for one", () => {
  const nobody: PlainRecord = { surname: ["李"], given: ["娜"] };
  expect(weigh(nobody, nobody, { areTogether: true }).lines).toContainEqual({
    of: "together",
    level: 1,
    levels: 1,
    bits: TOGETHER_BITS,
    holders: null,
  });
});

test("a mother and her child, who share a phone, a company and an address, are not one", () => {
  const home = { phone: ["+8613900002207"], address: ["朝阳路12号3单元"], surname: ["王"] };
  const { lines, probability } = weigh({ ...home, given: ["秀英"] }, { ...home, given: ["子涵"] });
  expect(lines.some(({ of, bits }) => of === "shared" && bits < 0)).toBe(true);
  expect(probability).toBeLessThan(0.5);
});

test("the more records there are, the less likely any two are one", () => {
  expect(shippedModel(1_000_000).prior).toBeLessThan(shippedModel(1000).prior);
  expect(weigh(person, person, { model: shippedModel(1_000_000) }).probability).toBeLessThan(
    weigh(person, person).probability,
  );
});
