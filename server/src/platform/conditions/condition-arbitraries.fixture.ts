import { CONDITION_OPERATORS, WINDOW_OPERATORS } from "@tongzhou/contract/condition-operators";
import { CONDITION_PERIODS } from "@tongzhou/contract/condition-values";
import type { ConditionValueShape } from "@tongzhou/contract/condition-values";
import type { ConditionRule, RuleGroup } from "@tongzhou/contract/conditions";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import type { NewSample } from "./condition-rows.fixture.ts";
import { CHEN_HAO, LIN_XIAO, STAGES, WANG_QIAN } from "./condition-world.fixture.ts";
import type { Field, FieldSet } from "./field.ts";

const DAY_MS = 86_400_000;

/** Texts that trip up patterns, quoting, folding and encodings; several are equal only after folding. */
const TEXTS = [
  ..."% _ \\ ' \" %% \\% a%b ％ ＿ ＼ abc ABC ａｂｃ Abc% _abc 张三 張三 张三丰 株式会社 ㍿ ﬁ fi FI é É é ß SS Σ σ ΑΣ ας İ i ı I".split(
    " ",
  ),
  ..."😀 a😀b 👨‍👩‍👧 مرحبا $1 ? :x null NULL '; -- {a,b} /* */ 0 １".split(" "),
  " ",
  "a b",
  "\n",
];
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }).filter((one) => !one.includes("\0")),
  },
);
const phone = fc.constantFrom("13800138000", "138-0013-8000", "138 0013 8000", "021", "");
const region = fc.constantFrom(
  "330000",
  "330100",
  "330113",
  "330200",
  "110000",
  "110101",
  "429000",
  "429004",
  "710000",
);
const user = fc.constantFrom(LIN_XIAO, CHEN_HAO, WANG_QIAN);
const option = fc.constantFrom("a", "b", "c", "'", "{x}", ",", "NULL");
const small = fc.constantFrom(-2, -1, 0, 1, 2, 3);
const money = small.map((fen) => fen * 100);
const currency = fc.constantFrom("CNY", "USD");
const daysAway = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -100, max: 100 }),
  fc.constantFrom(-366, -365, 365, 366),
);

const MOMENTS = [
  "2025-11-21T01:24:00.000Z",
  "2024-02-29T15:59:59.999Z",
  "2024-02-29T16:00:00.000Z",
  "2023-12-31T16:00:00.000Z",
  "2024-12-31T15:59:59.999Z",
  "2018-11-04T03:00:00.000Z",
  "2018-02-18T02:30:00.000Z",
  "2025-03-09T12:00:00.000Z",
  "2025-11-02T05:30:00.000Z",
  "2025-11-02T06:30:00.000Z",
  "2025-06-30T23:00:00.000Z",
];

/** Now and the company's zone: midnights, leap days, turns of the year, clocks set forward at midnight (São Paulo) and back. */
export const moment = fc.record({
  now: fc.constantFrom(...MOMENTS).map((iso) => new Date(iso)),
  timeZone: fc.oneof(
    fc.constant("Asia/Shanghai"),
    fc.constantFrom(
      "UTC",
      "America/Sao_Paulo",
      "America/New_York",
      "Asia/Kathmandu",
      "Pacific/Kiritimati",
      "Australia/Lord_Howe",
    ),
  ),
});

const instantNear = (now: Date): Arbitrary<Date> =>
  fc
    .record({
      days: daysAway,
      quarterHours: fc.integer({ min: 0, max: 95 }),
      milliseconds: fc.constantFrom(-1, 0, 1, 60_000),
    })
    .map(({ days, quarterHours, milliseconds }) => {
      const midnight = Math.floor(now.getTime() / DAY_MS + days) * DAY_MS;
      return new Date(midnight + quarterHours * 900_000 + milliseconds);
    });
const dayNear = (now: Date): Arbitrary<string> => instantNear(now).map((instant) => instant.toISOString().slice(0, 10));

const maybe = <Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value | null> => fc.option(arbitrary, { freq: 4 });

/** A row with all it has, holes everywhere. */
export const newSample = (now: Date): Arbitrary<NewSample> => {
  const click = fc.record({ target: maybe(text) });
  const visit = fc.record({
    page: maybe(fc.constantFrom("/price", "/Price", "/demo", "")),
    seconds: maybe(small),
    at: maybe(instantNear(now)),
    clicks: fc.array(click, { maxLength: 2 }),
  });
  return fc.record({
    title: maybe(fc.oneof(text, fc.constant(""))),
    phone: maybe(fc.constantFrom("13800138000", "021", "")),
    age: maybe(small),
    weight: maybe(fc.constantFrom(0, 0.1, 0.5, 1, -1.25)),
    ratio: maybe(fc.constantFrom(0, 0.1, 0.5, 1, -1.25)),
    amount: maybe(money),
    currency: currency,
    seen_at: maybe(instantNear(now)),
    born: maybe(dayNear(now)),
    stage: maybe(fc.constantFrom(...STAGES)),
    campaign_id: maybe(user),
    tags: maybe(fc.array(option, { maxLength: 3 })),
    region: maybe(fc.oneof(region, fc.constant(""))),
    owner_id: maybe(user),
    vip: maybe(fc.boolean()),
    labels: fc.array(maybe(option), { maxLength: 3 }),
    partnerName: fc.option(maybe(text), { nil: undefined }),
    visits: fc.array(visit, { maxLength: 4 }),
  });
};

const range = <Value>(arbitrary: Arbitrary<Value>, order: (a: Value, b: Value) => number): Arbitrary<[Value, Value]> =>
  fc.tuple(arbitrary, arbitrary).map(([a, b]) => (order(a, b) <= 0 ? [a, b] : [b, a]));

function valueOf(field: Field, shape: ConditionValueShape, now: Date, depth: number): Arbitrary<unknown> {
  const number = field.type === "number" && field.storage !== "int4" ? fc.constantFrom(0, 0.1, 0.5, 1, -1.25) : small;
  const words = field.type === "text" && field.exact ? phone.filter(Boolean) : text;
  const choice = field.id.startsWith("sample.stage")
    ? fc.constantFrom(...STAGES)
    : field.id.startsWith("sample.campaign")
      ? user
      : option;
  const someone = fc.oneof(user, fc.constant("me"));
  const some = <Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value[]> =>
    fc.array(arbitrary, { minLength: 1, maxLength: 3 });
  const relative = daysAway.map((daysFromToday) => ({ daysFromToday }));
  const within = fc
    .constantFrom(...WINDOW_OPERATORS)
    .chain((operator) =>
      valueOf(field, CONDITION_OPERATORS.date[operator], now, depth).map((value) => ({ operator, value })),
    );
  const count = fc.integer({ min: 0, max: 3 });
  const filter = (): Record<string, Arbitrary<unknown>> =>
    field.type === "related" ? { ...(field.at ? { within } : {}), where: ruleGroup(field.fields, now, depth - 1) } : {};
  switch (shape) {
    case "nothing":
      return fc.constantFrom(null, "", undefined);
    case "text":
      return words;
    case "textList":
      return some(words);
    case "number":
      return number;
    case "numberRange":
      return range<number>(number, (a, b) => a - b);
    case "money":
      return fc.record({ amount: money, currency });
    case "moneyRange":
      return fc
        .record({ span: range<number>(money, (a, b) => a - b), currency })
        .map(({ span: [from, to], ...rest }) => ({ from, to, ...rest }));
    case "day":
      return fc.oneof(dayNear(now), relative);
    case "dayRange":
      return fc.oneof(
        range(dayNear(now), (a, b) => (a < b ? -1 : 1)),
        range(relative, (a, b) => a.daysFromToday - b.daysFromToday),
        fc.tuple(dayNear(now), relative),
      );
    case "dayCount":
      return fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 400 }));
    case "period":
      return fc.constantFrom(...CONDITION_PERIODS);
    case "option":
      return choice;
    case "optionList":
      return some(choice);
    case "regionList":
      return some(region);
    case "user":
      return someone;
    case "userList":
      return some(someone);
    case "team":
      return fc.constantFrom("mine", "sales", "east", "nobody");
    case "boolean":
      return fc.boolean();
    case "related":
      return fc.record(filter(), { requiredKeys: [] });
    case "relatedCount":
      return fc.record({ count, ...filter() }, { requiredKeys: ["count"] });
  }
}

/** A rule of any operator over one field. */
export function ruleOver(field: Field, now: Date, depth: number): Arbitrary<ConditionRule> {
  const shapes: Readonly<Record<string, ConditionValueShape>> = CONDITION_OPERATORS[field.type];
  return fc
    .constantFrom(...Object.entries(shapes))
    .chain(([operator, shape]) =>
      valueOf(field, shape, now, depth).map((value) => ({ field: field.id, operator, value })),
    );
}

/** Groups of groups of rules over any of the fields, at most `depth` deep. */
export function ruleGroup(fields: FieldSet, now: Date, depth: number): Arbitrary<RuleGroup> {
  const rule = fc.constantFrom(...fields.values()).chain((field) => ruleOver(field, now, depth));
  const shallow = fc.array(rule, { minLength: 1, maxLength: 3 });
  const rules =
    depth <= 1
      ? shallow
      : fc.oneof(
          shallow,
          fc.array(
            fc.oneof(
              rule,
              fc.constant(0).chain(() => ruleGroup(fields, now, depth - 1)),
            ),
            { minLength: 1, maxLength: 3 },
          ),
        );
  return fc.record({ combinator: fc.constantFrom("and", "or"), not: fc.boolean(), rules });
}
