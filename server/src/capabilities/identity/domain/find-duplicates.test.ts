import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAloud } from "../read-aloud.ts";
import { findDuplicates, type Duplicates } from "./find-duplicates.ts";
import { probabilityOf } from "./probability.ts";
import { RecordTableBuilder, type PlainRecord } from "./record-table.ts";
import { seededNumbers } from "./seeded-numbers.ts";

const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"];
const GIVEN = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"];
const TOWNS = ["杭州", "宁波", "苏州", "无锡", "青岛"];

describe("people", () => {
  it("of whom every third is written down again with slips are found, and strangers of one name are not", () => {
    const { records, truth } = makePeople(600, 1);
    const twin = { surname: ["王"], given: ["伟"], phone: ["+8613911110000"], city: ["杭州"], birth: ["19700101"] };
    const { clusterOf } = find([
      ...records,
      twin,
      { ...twin, phone: ["+8615822223333"], city: ["青岛"], birth: ["19881224"] },
    ]);
    const [f1, strangers] = [f1Of(clusterOf, truth), clusterOf.slice(-2)];
    expect(f1).toBeGreaterThan(0.97);
    expect(strangers[0]).not.toBe(strangers[1]);
  });

  it("are the same whatever order they stand in", () => {
    const { records } = makePeople(150, 2);
    const clusters = partition(find(records).clusterOf);
    fc.assert(
      fc.property(fc.shuffledSubarray([...records.keys()], { minLength: records.length }), (order) => {
        const found = find(order.flatMap((at) => records[at] ?? [])).clusterOf;
        const back = records.map((_, at) => found[order.indexOf(at)] ?? -1);
        expect(partition(back)).toEqual(clusters);
      }),
      { numRuns: 6 },
    );
  });

  it("are weighed both ways alike, and a better agreement never makes them less likely one", () => {
    const { records } = makePeople(200, 3);
    const { evidence, shares } = find(records);
    expect(evidence(3, 4)).toBe(evidence(4, 3));
    for (const { matching, different } of shares) {
      const ratios = matching.map((share, level) => share / (different[level] ?? 1));
      ratios.slice(1).forEach((ratio, at) => expect(ratio).toBeLessThanOrEqual((ratios[at] ?? 0) * (1 + 1e-9)));
    }
  });

  it("of one household stay two, and the one who is written down twice is one", () => {
    const { records } = makePeople(300, 6);
    const home = { surname: ["宋"], phone: ["+8613566667777"], city: ["杭州"], address: ["文三路100号2幢301"] };
    const mother: PlainRecord = { ...home, given: ["雅琴"], birth: ["19800214"] };
    const child: PlainRecord = { ...home, given: ["小满"], birth: ["20140521"] };
    const { clusterOf } = find([...records, mother, child, { ...child, birth: [] }, { ...mother, address: [] }]);
    const [first, second, childAgain, motherAgain] = clusterOf.slice(-4);
    expect(second).not.toBe(first);
    expect(childAgain).toBe(second);
    expect(motherAgain).toBe(first);
  });

  it("who have their given name and surname exchanged are found", () => {
    const { records } = makePeople(200, 4);
    const swapped: PlainRecord = { surname: ["晨曦"], given: ["欧阳"], phone: ["+8613700001111"], birth: ["19900504"] };
    const { clusterOf } = find([...records, swapped, { ...swapped, surname: ["欧阳"], given: ["晨曦"] }]);
    expect(clusterOf.at(-1)).toBe(clusterOf.at(-2));
  });

  it("with nothing said of them, or none at all, are nobody's double", () => {
    expect([...find([]).clusterOf]).toEqual([]);
    expect(new Set(find([{}, {}, {}]).clusterOf).size).toBe(3);
    expect(new Set(find([{ given: ["伟"] }]).clusterOf).size).toBe(1);
  });
});

it("what is expected of the outcomes is what comes true, about", () => {
  const { records, truth } = makePeople(1500, 5);
  const { pairs, prior, expected, thresholds } = find(records);
  const same = Array.from({ length: pairs.length }, (_, at) => at).filter(
    (at) => probabilityOf(pairs.number(at) + prior) >= thresholds.same,
  );
  expect(same.length).toBe(expected.same);
  const wrong = same.filter((at) => truth[pairs.first(at)] !== truth[pairs.second(at)]).length;
  expect(wrong).toBeLessThanOrEqual(expected.wronglySame + 0.02 * expected.same);
});

describe("lists", () => {
  it("that are clean in themselves are matched with each other alone", () => {
    const table = new RecordTableBuilder();
    const value = (name: string): PlainRecord => ({ organisation: [[name, name, "", ""].join("\u001f")] });
    for (const name of ["腾飞电子", "腾飞电子", "华信软件"]) table.add(value(name), "ours");
    table.add(value("腾飞电子"), "theirs");
    const { clusterOf, likeliest } = findDuplicates(table.finish(), { readAloud, seed: 1 });
    expect(likeliest[3]).toBeLessThan(2);
    expect(likeliest[2]).toBe(-1);
    expect(likeliest[0]).toBe(3);
    expect(clusterOf[2]).not.toBe(clusterOf[3]);
  });
});

function find(records: readonly PlainRecord[]): Duplicates {
  const table = new RecordTableBuilder();
  for (const record of records) table.add(record);
  return findDuplicates(table.finish(), { readAloud, seed: 1 });
}

/** People, every third of them a second time: a number mistyped or missing, a town missing, a homophone. */
function makePeople(count: number, seed: number): { records: PlainRecord[]; truth: number[] } {
  const random = seededNumbers(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const digits = (length: number): string => Array.from({ length }, () => Math.floor(random() * 10)).join("");
  const records: PlainRecord[] = [];
  const truth: number[] = [];
  for (let person = 0; records.length < count; person++) {
    const record = {
      surname: [pick(SURNAMES)],
      given: [pick(GIVEN) + pick(GIVEN)],
      phone: [`+861${3 + (person % 7)}${digits(9)}`],
      birth: [`19${60 + Math.floor(random() * 40)}0${1 + Math.floor(random() * 9)}${10 + Math.floor(random() * 19)}`],
      city: [pick(TOWNS)],
    };
    records.push(record);
    truth.push(person);
    if (person % 3 !== 0) continue;
    const phone = record.phone[0] ?? "";
    const slip = phone.slice(0, 8) + phone.charAt(9) + phone.charAt(8) + phone.slice(10);
    const { city, ...silent } = record;
    records.push(person % 2 === 0 ? { ...record, phone: [slip] } : { ...silent, birth: [] });
    truth.push(person);
    expect(city).toHaveLength(1);
  }
  return { records, truth };
}

function partition(clusters: Iterable<number>): number[] {
  const list = [...clusters];
  return list.map((cluster) => list.indexOf(cluster));
}

function f1Of(clusters: Int32Array, truth: readonly number[]): number {
  let [right, found, all] = [0, 0, 0];
  for (let a = 0; a < truth.length; a++) {
    for (let b = 0; b < a; b++) {
      const [isFound, isTrue] = [clusters[a] === clusters[b], truth[a] === truth[b]];
      if (isFound) found++;
      if (isTrue) all++;
      if (isFound && isTrue) right++;
    }
  }
  return (2 * right) / (found + all);
}
