import fc from "fast-check";
import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { dayAmount, deadline, duration, exactDuration } from "./durations.ts";
import type { FormatContext, Language } from "./format-context.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import { exactMoney, money, moneyRange } from "./money.ts";
import { clockTime, day, dayHead, dayWithWeekday, fullMoment, isoDay, moment, month } from "./moments.ts";
import { count, estimate, headlineCount, percent, points, times } from "./numbers.ts";
import { phone } from "./phone.ts";

const words = i18next.createInstance();
await words.init({
  resources: { "zh-CN": { format: zh }, en: { format: en } },
  lng: "zh-CN",
  ns: ["format"],
  interpolation: { escapeValue: false },
});

const contextOf = (language: Language, viewerZone = "Asia/Shanghai"): FormatContext => ({
  t: words.getFixedT(language, "format"),
  language,
  companyZone: "Asia/Shanghai",
  viewerZone,
  currency: "CNY",
});
const chinese = contextOf("zh-CN");
const english = contextOf("en");

const at = (iso: string): number => Date.parse(iso);
/** Friday 21 November 2025, 9:24 in Shanghai: the morning of the mock-ups. */
const NOW = at("2025-11-21T09:24:00+08:00");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("money", () => {
  it.each([
    [268_000_000, "¥268 万", "¥2.68M"],
    [142_500_000, "¥142.5 万", "¥1.43M"],
    [32_000_000_000, "¥3.2 亿", "¥320M"],
    [1_186_000_000, "¥1,186 万", "¥11.86M"],
    [468_000, "¥4,680", "¥4,680"],
    [3_200_000, "¥3.2 万", "¥32K"],
    [0, "¥0", "¥0"],
    [-268_000_000, "−¥268 万", "−¥2.68M"],
  ])("%i fen reads %s, in English %s", (fen, zhText, enText) => {
    expect(money(chinese, fen)).toBe(zhText);
    expect(money(english, fen)).toBe(enText);
  });

  it("keeps one decimal in a column and every fen in a quote", () => {
    expect(money(chinese, 64_000_000, "CNY", true)).toBe("¥64.0 万");
    expect(exactMoney(chinese, 268_000_000)).toBe("¥2,680,000.00");
  });

  it("names the unit of a range once", () => {
    expect(moneyRange(chinese, 200_000_000, 300_000_000)).toBe("¥200–300 万");
    expect(moneyRange(chinese, 900_000_000, 12_000_000_000)).toBe("¥900 万–1.2 亿");
  });

  it("knows that a yen has no smaller part", () => {
    expect(exactMoney(chinese, 5000, "JPY")).toBe("JP¥5,000");
  });

  it("rises into 亿 when rounding lifts it there", () => {
    expect(money(chinese, 9_999_960_000)).toBe("¥1 亿");
  });

  it("strays from the amount by no more than its last digit says, five percent at most", () => {
    const shownValue = (text: string) => {
      const amount = Number(text.replaceAll(/[^\d.]/g, ""));
      return amount * (text.includes("亿") ? 1e8 : text.includes("万") ? 1e4 : 1);
    };
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 900_000_000_000 }), (fen) => {
        const yuan = fen / 100;
        expect(Math.abs(shownValue(money(chinese, fen)) - yuan) / yuan).toBeLessThanOrEqual(0.05);
      }),
    );
  });
});

describe("counts and shares", () => {
  it("writes counts out, and shortens only headlines and estimates", () => {
    expect(count(8426)).toBe("8,426");
    expect(headlineCount(chinese, 48_210)).toBe("4.8 万");
    expect(headlineCount(english, 48_210)).toBe("48.2K");
    expect(estimate(chinese, 1_200_000, false)).toBe("约 120 万");
    expect(estimate(chinese, 186, true)).toBe("186");
  });

  it("gives percent, points and multiples one decimal", () => {
    expect(percent(0.734)).toBe("73.4%");
    expect(points(-0.052)).toBe("5.2");
    expect(times(chinese, 6)).toBe("6.0 倍");
    expect(times(english, 6)).toBe("6.0×");
  });
});

describe("moments", () => {
  it.each([
    ["2025-11-21T09:12:00+08:00", "12 分钟前", "12 min ago"],
    ["2025-11-21T09:23:40+08:00", "刚刚", "just now"],
    ["2025-11-21T08:10:00+08:00", "今天 8:10", "today 8:10"],
    ["2025-11-20T22:10:00+08:00", "昨天 22:10", "yesterday 22:10"],
    ["2025-11-22T10:00:00+08:00", "明天 10:00", "tomorrow 10:00"],
    ["2025-11-18T19:58:00+08:00", "11月18日", "Nov 18"],
    ["2024-03-05T10:00:00+08:00", "2024年3月5日", "Mar 5, 2024"],
  ])("%s reads %s, in English %s", (iso, zhText, enText) => {
    expect(moment(chinese, at(iso), NOW)).toBe(zhText);
    expect(moment(english, at(iso), NOW)).toBe(enText);
  });

  it("shows clocks in the viewer's zone and days in the company's", () => {
    const inBerlin = contextOf("zh-CN", "Europe/Berlin");
    const justAfterMidnightInShanghai = at("2025-11-21T00:30:00+08:00");
    expect(clockTime(inBerlin, justAfterMidnightInShanghai)).toBe("17:30");
    expect(day(inBerlin, justAfterMidnightInShanghai, NOW)).toBe("今天");
    expect(moment(inBerlin, justAfterMidnightInShanghai, NOW)).toBe("昨天 17:30");
  });

  it("heads the days of a timeline", () => {
    expect(dayHead(chinese, NOW, NOW)).toBe("今天");
    expect(dayHead(chinese, at("2025-11-20T10:00:00+08:00"), NOW)).toBe("昨天 11月20日");
    expect(dayHead(chinese, at("2025-11-12T10:00:00+08:00"), NOW)).toBe("11月12日");
  });

  it("writes whole dates where they are needed", () => {
    expect(dayWithWeekday(chinese, NOW)).toBe("11月21日 周五");
    expect(dayWithWeekday(english, NOW)).toBe("Fri, Nov 21");
    expect(month(chinese, NOW, NOW)).toBe("11月");
    expect(month(chinese, at("2026-03-01T10:00:00+08:00"), NOW)).toBe("2026年3月");
    expect(isoDay(chinese, NOW)).toBe("2025-11-21");
    expect(fullMoment(chinese, at("2025-11-18T14:05:00+08:00"), NOW)).toBe("11月18日 14:05");
  });

  it("agrees with the calendar across a change of summer time", () => {
    const berlin = { ...contextOf("zh-CN", "Europe/Berlin"), companyZone: "Europe/Berlin" };
    const monday = at("2025-03-31T00:30:00+02:00");
    expect(day(berlin, at("2025-03-30T01:30:00+01:00"), monday)).toBe("昨天");
  });
});

describe("durations and deadlines", () => {
  it("says minutes, hours and days", () => {
    expect(duration(chinese, 8 * MINUTE)).toBe("8 分");
    expect(duration(chinese, 72 * MINUTE)).toBe("1 小时 12 分");
    expect(duration(chinese, 599 * MINUTE)).toBe("9 小时 59 分");
    expect(duration(chinese, 44 * 60 * MINUTE + 57 * MINUTE)).toBe("44 小时");
    expect(duration(english, 72 * MINUTE)).toBe("1 h 12 min");
    expect(duration(chinese, 48 * 24 * HOUR)).toBe("48 天");
    expect(exactDuration(chinese, 192_000)).toBe("3 分 12 秒");
    expect(exactDuration(english, 192_000)).toBe("3 min 12 s");
    expect(dayAmount(chinese, 6.5)).toBe("6.5 天");
  });

  const clock = (instant: number) => clockTime(chinese, instant);
  const deadlineAt = (startAt: number, dueAt: number, context = chinese) =>
    deadline(context, { startAt, dueAt, now: NOW }, clock);

  it("is calm, then soon at a third left, then over", () => {
    expect(deadlineAt(NOW - 10 * MINUTE, NOW + 72 * MINUTE)).toMatchObject({ tone: "calm", words: "1 小时 12 分" });
    expect(deadlineAt(NOW - 22 * MINUTE, NOW + 8 * MINUTE)).toMatchObject({
      tone: "soon",
      words: "剩 8 分",
      longWords: "还剩 8 分钟",
    });
    expect(deadlineAt(NOW - 36 * MINUTE, NOW - 6 * MINUTE)).toMatchObject({ tone: "over", words: "超时 6 分" });
    expect(deadlineAt(NOW - 36 * MINUTE, NOW - 6 * MINUTE, english).words).toBe("6 min late");
  });

  it("rests outside working hours and says when it begins", () => {
    const startAt = at("2025-11-21T13:30:00+08:00");
    expect(deadlineAt(startAt, startAt + HOUR)).toMatchObject({ tone: "pause", words: "13:30 起算" });
  });

  it("never says that nothing is left or late", () => {
    fc.assert(
      fc.property(fc.integer({ min: -HOUR, max: HOUR }), (remaining) => {
        const { words: said } = deadlineAt(NOW - HOUR, NOW + remaining);
        expect(said).not.toMatch(/(^|\D)0 (分|秒)/u);
      }),
    );
  });
});

it("groups a revealed mobile number and leaves a masked one alone", () => {
  expect(phone(chinese, "+8613800006021")).toBe("138 0000 6021");
  expect(phone(chinese, "138****6021")).toBe("138****6021");
  expect(phone(chinese, "0317-52****18;ext=806")).toBe("0317-52****18 转 806");
});
