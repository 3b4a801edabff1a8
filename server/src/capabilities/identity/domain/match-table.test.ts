import { describe, expect, test } from "vitest";
import { expectErrors } from "./choose-thresholds.ts";
import { isKept, matchTable, recordOf } from "./match-table.ts";
import { probabilityOf } from "./probability.ts";
import { CONTACT_FIELDS } from "./read-compared-contact.ts";
import { RecordTableBuilder, type PlainRecord } from "./record-table.ts";
import { seededNumbers } from "./seeded-numbers.ts";
import { weighPair } from "./weigh-pair.ts";

const readAloud = (text: string): string => text;
const SURNAMES = ["wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao"];
const GIVEN = ["wei", "fang", "na", "min", "jing", "qiang", "lei", "jun", "yong", "yan", "jie", "juan", "tao"];

/** People, every fourth of them twice: the second time with another mailbox. */
function people(count: number): PlainRecord[] {
  const random = seededNumbers(11);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  return Array.from({ length: count }, (_, place): PlainRecord[] => {
    const person = {
      surname: [pick(SURNAMES)],
      given: [pick(GIVEN) + pick(GIVEN)],
      city: [`city${Math.floor(random() * 40)}`],
      phone: [`+86139${String(Math.floor(random() * 1e8)).padStart(8, "0")}`],
    };
    const first = { ...person, mail: [`m${place}@a.example`] };
    return place % 4 === 0 ? [first, { ...person, mail: [`n${place}@b.example`] }] : [first];
  }).flat();
}

function matched(records: readonly PlainRecord[]) {
  const builder = new RecordTableBuilder(CONTACT_FIELDS);
  for (const record of records) builder.add(record);
  const names = new Map<string, number>();
  const namesakes: number[] = [];
  const nameOf = Int32Array.from(records, ({ surname = [], given = [] }) => {
    const name = [...surname, ...given].join(" ");
    const number = names.get(name) ?? names.size;
    names.set(name, number);
    namesakes[number] = (namesakes[number] ?? 0) + 1;
    return number;
  });
  const table = builder.finish();
  return { table, nameOf, namesakes, ...matchTable({ table, nameOf, namesakes }, { readAloud, seed: 3 }) };
}

describe("a table of people, a quarter of them twice", () => {
  const records = people(1200);
  const { table, nameOf, namesakes, pairs, model, thresholds, rest } = matched(records);

  test("gives the records back as they were put in", () => {
    expect(records.map((_, at) => recordOf(table, at))).toEqual(records);
  });

  test("weighs each pair it keeps as the pair alone is weighed", () => {
    expect(pairs.length).toBeGreaterThan(290);
    for (let at = 0; at < pairs.length; at++) {
      const [a, b] = [pairs.first(at), pairs.second(at)];
      const alone = weighPair(records[a] ?? {}, records[b] ?? {}, {
        model,
        areTogether: false,
        namesakes: nameOf[a] === nameOf[b] ? (namesakes[nameOf[a] ?? 0] ?? null) : null,
        readAloud,
      });
      expect(pairs.number(at)).toBeCloseTo(alone.bits, 3);
      expect(isKept(pairs.number(at), model.prior)).toBe(true);
    }
  });

  test("finds nearly all who are there twice above the threshold, and hardly anybody else", () => {
    const isOne = (at: number): boolean =>
      recordOf(table, pairs.first(at)).phone?.[0] === recordOf(table, pairs.second(at)).phone?.[0];
    const same = Array.from({ length: pairs.length }, (_, at) => at).filter(
      (at) => probabilityOf(pairs.number(at) + model.prior) >= thresholds.same,
    );
    expect(same.filter(isOne).length).toBeGreaterThan(290);
    expect(same.filter((at) => !isOne(at)).length).toBeLessThan(same.length * 0.04);
  });

  test("says of the pairs it does not keep how many are expected to be one", () => {
    expect(rest.pairs).toBeGreaterThan(0);
    expect(rest.matches).toBeLessThan(rest.pairs * 0.001 + 1);
    const { wronglySame, same } = expectErrors(pairs.numbers(), model.prior, thresholds);
    expect(wronglySame).toBeLessThanOrEqual(0.02 * same);
  });

  test("finds the same again", () => {
    const again = matched(records);
    expect(again.pairs.numbers()).toEqual(pairs.numbers());
    expect(again.model).toEqual(model);
  });
});

test("an empty base and one of strangers have nobody twice", () => {
  expect(matched([]).pairs.length).toBe(0);
  const strangers = Array.from({ length: 50 }, (_, at) => ({
    given: [`given${at}x`],
    phone: [`+861390000${at + 1000}`],
  }));
  expect(matched(strangers).pairs.length).toBe(0);
});
