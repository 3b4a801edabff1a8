import type { CampaignType } from "@tongzhou/contract/campaigns";
import { EVERYTHING } from "@tongzhou/contract/conditions";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import { CREATE_CAMPAIGN, createCampaigns } from "../campaigns/index.ts";
import { CREATE_PRODUCT_LINE, createProductLine } from "../products/index.ts";
import { CREATE_RULE, createRule } from "../routing/index.ts";
import {
  CREATE_STANDARD_DRAFT,
  SIGN_STANDARD,
  createStandardDraft,
  findStandard,
  signStandard,
} from "../standards/index.ts";
import type { DemoCampaign, DemoCompany } from "./domain/demo-book.ts";
import type { DemoHouse } from "./life/demo-house.ts";
import type { FoundedCompany } from "./found-demo.ts";

/** 万 yuan in fen. */
export const TEN_THOUSAND_YUAN = 1_000_000;
const MILLISECONDS_A_DAY = 86_400_000;
/** Shanghai is eight hours ahead, all year. */
export const DEMO_OFFSET_MS = 8 * 3_600_000;
/** Leads a campaign hopes for with each 万 of its budget. */
const LEADS_PER_BUDGET = 1;

/** Ids by the keys of the book. */
export interface PreparedDemo extends FoundedCompany {
  readonly lines: ReadonlyMap<string, string>;
  readonly campaigns: ReadonlyMap<string, string>;
  /** The morning of the day of loading. */
  readonly today: Date;
}

/** Prepares what the first lead needs: product lines, a signed standard, routing rules, and the campaigns as drafts. */
export async function prepareDemo(
  demo: DemoHouse,
  company: DemoCompany,
  founded: FoundedCompany,
  today: Date,
): Promise<PreparedDemo> {
  const lines = await addLines(demo, company, idOf(founded.people, "wutong"));
  await signFirstStandard(demo, founded);
  await addRules(demo, founded);
  const campaigns = await draftCampaigns(demo, company, founded, lines, today);
  return { ...founded, lines, campaigns, today };
}

/** The id behind a key of the book. @throws Error when the book names nobody so. */
export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the book of the demo has no ${key}`);
  return id;
}

/** The company's day so many days before today, as `YYYY-MM-DD`. */
export function dayBefore(today: Date, days: number): string {
  return dayOf(new Date(today.getTime() - days * MILLISECONDS_A_DAY));
}

/** The company's day of an instant, as `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + DEMO_OFFSET_MS).toISOString().slice(0, 10);
}

async function addLines(demo: DemoHouse, company: DemoCompany, adminId: string): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  for (const { key, name, code } of company.productLines) {
    lines.set(
      key,
      await demo.actAs(adminId, CREATE_PRODUCT_LINE, (context) =>
        createProductLine(context, { name, code, parentId: null }),
      ),
    );
  }
  return lines;
}

/** 林晓 drafts and signs for marketing, 赵磊 signs for sales a day later. */
async function signFirstStandard(demo: DemoHouse, { people }: FoundedCompany): Promise<void> {
  const [marketer, manager] = [idOf(people, "linxiao"), idOf(people, "zhaolei")];
  const standardId = await demo.actAs(marketer, CREATE_STANDARD_DRAFT, (context) =>
    createStandardDraft(context, { basedOnId: null, note: "第一版：两边一起定的线索标准" }),
  );
  for (const [side, personId] of [
    ["marketing", marketer],
    ["sales", manager],
  ] as const) {
    await demo.actAs(personId, SIGN_STANDARD, async (context) => {
      const draft = await findStandard(context, standardId);
      if (!draft) throw new Error("the draft of the demo is gone");
      return signStandard(context, { standardId, side, personId, contentHash: draft.contentHash });
    });
    demo.clock.advance(MILLISECONDS_A_DAY);
  }
}

const region = (codes: readonly string[]): RuleGroup => ({
  combinator: "and",
  rules: [{ field: "account.regionCode", operator: "within", value: [...codes] }],
});

async function addRules(demo: DemoHouse, { people, teams }: FoundedCompany): Promise<void> {
  const manager = idOf(people, "zhaolei");
  const unlimited = { maxInHand: null, maxPerDay: null, otherwise: "next_rule" } as const;
  const toTeam = (key: string) =>
    ({ kind: "team", teamId: idOf(teams, key), method: "round_robin", weights: {} }) as const;
  const rules = [
    {
      name: "华东、华中、华南",
      conditions: region(["310000", "320000", "330000", "340000", "350000", "360000", "420000", "430000", "440000"]),
      target: toTeam("east"),
      fallback: false,
    },
    {
      name: "华北、东北、西部",
      conditions: region([
        "110000",
        "120000",
        "130000",
        "140000",
        "150000",
        "210000",
        "230000",
        "370000",
        "510000",
        "610000",
        "620000",
        "650000",
      ]),
      target: toTeam("north"),
      fallback: false,
    },
    {
      name: "其余的",
      conditions: EVERYTHING,
      target: { kind: "user", personId: idOf(people, "wangqian") } as const,
      fallback: true,
    },
  ];
  for (const rule of rules)
    await demo.actAs(manager, CREATE_RULE, (context) => createRule(context, { ...rule, ...unlimited }));
}

async function draftCampaigns(
  demo: DemoHouse,
  company: DemoCompany,
  { people }: FoundedCompany,
  lines: ReadonlyMap<string, string>,
  today: Date,
): Promise<Map<string, string>> {
  const marketer = idOf(people, "linxiao");
  const ids = await demo.actAs(marketer, CREATE_CAMPAIGN, (context) =>
    createCampaigns(
      context,
      company.campaigns.map((campaign) => draftOf(campaign, people, lines, today)),
    ),
  );
  return new Map(company.campaigns.map((campaign, place) => [campaign.key, ids[place] ?? ""]));
}

function draftOf(
  campaign: DemoCampaign,
  people: ReadonlyMap<string, string>,
  lines: ReadonlyMap<string, string>,
  today: Date,
) {
  return {
    name: campaign.name,
    type: campaign.type as CampaignType,
    productLineId: campaign.line === null ? null : idOf(lines, campaign.line),
    ownerId: idOf(people, "linxiao"),
    channel: campaign.channel,
    goal: `带来 ${campaign.budget * LEADS_PER_BUDGET} 条线索，其中三成被销售接受`,
    goalLeads: campaign.budget * LEADS_PER_BUDGET,
    budgetAmount: campaign.budget * TEN_THOUSAND_YUAN,
    startsOn: dayBefore(today, campaign.from),
    endsOn: campaign.to > 0 ? dayBefore(today, campaign.to) : null,
    callToAction: campaign.cta,
    nextStep: campaign.step,
    nextStepOwnerId: idOf(people, "zhoumin"),
    nextStepDays: campaign.days,
  };
}
