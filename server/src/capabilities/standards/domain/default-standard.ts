import { GRADE_CELLS } from "@tongzhou/contract/lead-standard";
import type {
  CellDestination,
  EngagementRule,
  FitRule,
  GradeCell,
  LeadStandard,
  QualificationQuestion,
  ResponseTime,
} from "@tongzhou/contract/lead-standard";
import type { TouchKind } from "@tongzhou/contract/touch-kinds";

/**
 * The draft a new company starts with (R-STD-5), written for a maker of industrial inspection robots. Only A1 goes straight
 * to a rep; the other good cells go to the SDR first. Every value is a proposal that marketing and sales edit before signing.
 */
export function defaultStandard(): LeadStandard {
  return {
    fitRules: FIT_RULES,
    fitBorders: { A: 75, B: 50, C: 25 },
    engagementRules: ENGAGEMENT_RULES,
    engagementBorders: { 1: 60, 2: 30, 3: 10 },
    matrix: Object.fromEntries(GRADE_CELLS.map((cell) => [cell, MATRIX[cell]])),
    questionSets: [{ productLineId: null, passAt: 60, questions: BANT }],
    responseTimes: [
      { productLineId: null, cells: Object.fromEntries(GRADE_CELLS.map((cell) => [cell, responseTimeOf(cell)])) },
    ],
    rejectReasons: [
      { code: "not_ready", name: "时机未到", effect: "nurture_warm", wakes: true },
      { code: "wrong_match", name: "匹配错误", effect: "triage", wakes: true },
      { code: "no_interest", name: "没有意向", effect: "nurture_cold", wakes: true },
      { code: "invalid", name: "信息无效", effect: "disqualify", wakes: false },
      { code: "duplicate", name: "重复", effect: "review", wakes: false },
    ],
    recycle: {
      sqlIdleDays: 14,
      sqlIdleTo: "public",
      qualifyingIdleDays: 7,
      lostTo: "nurture",
      remindDaysBefore: [3, 1],
      remindOnlyDays: 7,
      claimsPerDay: 10,
      reclaimAfterDays: 1,
      maxInHand: 50,
    },
  };
}

const MATRIX: Record<GradeCell, CellDestination> = {
  A1: "mql",
  A2: "qualify",
  A3: "qualify",
  A4: "nurture",
  B1: "qualify",
  B2: "qualify",
  B3: "qualify",
  B4: "nurture",
  C1: "qualify",
  C2: "qualify",
  C3: "nurture",
  C4: "nurture",
  D1: "qualify",
  D2: "nurture",
  D3: "hold",
  D4: "hold",
};

/** The hotter the lead, the shorter: a hot one cools within the hour, an SDR's hand-over may wait half a working day. */
function responseTimeOf(cell: GradeCell): ResponseTime {
  if (cell === "A1") return { answerMinutes: 15, reassignMinutes: 120 };
  if (cell === "A2" || cell === "B1") return { answerMinutes: 60, reassignMinutes: 240 };
  return { answerMinutes: 240, reassignMinutes: 480 };
}

const oneOf = (field: string, value: readonly string[]): FitRule["condition"] => ({
  combinator: "and",
  rules: [{ field, operator: "any_of", value: [...value] }],
});

/** Official division codes of the provinces. */
const EAST_CHINA = ["310000", "320000", "330000", "340000", "350000", "360000", "370000"];
const NORTH_CHINA = ["110000", "120000", "130000", "140000", "150000"];

const FIT_RULES: FitRule[] = [
  {
    id: "industry",
    name: "行业：石化、电力、冶金、矿业",
    // Divisions of GB/T 4754: mining; petroleum, coking and chemicals; ferrous and other metals; power and heat.
    condition: oneOf("account.industryCode", ["06", "07", "08", "09", "25", "26", "31", "32", "44"]),
    points: 30,
  },
  {
    id: "size",
    name: "规模：1,000 人以上",
    condition: oneOf("account.sizeBand", ["1000-4999", "5000+"]),
    points: 22,
  },
  {
    id: "role",
    name: "职能：设备、安环、运维；部长及以上",
    condition: {
      combinator: "and",
      rules: [
        { field: "contact.jobFunction", operator: "any_of", value: ["equipment", "safety", "maintenance"] },
        { field: "contact.jobLevel", operator: "any_of", value: ["manager", "director", "executive"] },
      ],
    },
    points: 18,
  },
  {
    id: "region",
    name: "地区：华东、华北",
    condition: {
      combinator: "and",
      rules: [
        {
          field: "account.regionCode",
          operator: "within",
          value: [...EAST_CHINA, ...NORTH_CHINA],
        },
      ],
    },
    points: 12,
  },
  {
    id: "company_known",
    name: "留了公司",
    condition: { combinator: "and", rules: [{ field: "lead.account", operator: "not_empty" }] },
    points: 10,
  },
  {
    id: "phone_known",
    name: "留了手机",
    condition: { combinator: "and", rules: [{ field: "contact.phone", operator: "not_empty" }] },
    points: 8,
  },
];

const titleContains = (words: string): EngagementRule["condition"] => ({
  combinator: "and",
  rules: [{ field: "touch.title", operator: "contains", value: words }],
});

const rule = (
  id: string,
  name: string,
  touchKind: TouchKind,
  points: number,
  halfLifeDays: number,
  cap: number,
  condition: EngagementRule["condition"] = null,
): EngagementRule => ({ id, name, touchKind, condition, points, halfLifeDays, cap });

/** Interest in a price is over in a week; what was read or said stays for a month. */
const ENGAGEMENT_RULES: EngagementRule[] = [
  rule("form", "填了表单", "form", 30, 30, 60),
  rule("pricing", "看报价页", "visit", 15, 7, 30, titleContains("报价")),
  rule("visit", "来过网站", "visit", 4, 7, 12),
  rule("content", "读资料", "content_view", 18, 14, 36),
  rule("event", "参加活动", "event_seat", 20, 14, 40),
  rule("click", "点了邮件", "email_click", 6, 14, 18),
  rule("reply", "回了消息", "reply", 15, 14, 30),
  rule("call", "接了电话", "answered_call", 12, 30, 24),
  rule("meeting", "见过面", "meeting", 30, 30, 60),
  rule("careers", "看招聘页", "visit", -20, 90, 40, titleContains("招聘")),
];

const question = (
  id: string,
  letter: string,
  name: string,
  weight: number,
  mustHave: boolean,
  options: readonly (readonly [id: string, name: string, points: number])[],
): QualificationQuestion => ({
  id,
  letter,
  name,
  weight,
  mustHave,
  options: options.map(([optionId, optionName, points]) => ({ id: optionId, name: optionName, points })),
});

/** Budget, authority, need and time, in the order a call takes: the need first. */
const BANT: QualificationQuestion[] = [
  question("need", "N", "有没有在找巡检机器人的具体需求", 30, true, [
    ["whole_plant", "全厂推广", 30],
    ["pilot", "车间试点", 24],
    ["curious", "只是了解", 0],
  ]),
  question("budget", "B", "预算大概多少，列了吗", 25, false, [
    ["planned", "已列入", 25],
    ["applying", "正在申请", 13],
    ["none", "没有", 0],
  ]),
  question("authority", "A", "谁来定", 20, false, [
    ["self", "本人", 20],
    ["superior", "上级", 14],
    ["tender", "招标", 8],
  ]),
  question("time", "T", "希望什么时候用上", 25, false, [
    ["quarter", "3 个月内", 25],
    ["half_year", "半年内", 18],
    ["next_year", "明年", 8],
    ["unknown", "说不准", 0],
  ]),
];
