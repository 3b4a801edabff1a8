import type { CampaignType } from "@tongzhou/contract/campaigns";
import { foldText } from "../../../platform/text/clean-text.ts";

/** What the name of a channel or campaign gives away, the more telling words first. */
const WORDS: readonly (readonly [CampaignType, RegExp])[] = [
  ["user_conference", /用户大会|客户大会|user ?conference/],
  ["webinar", /直播|网络研讨|线上研讨|webinar/],
  ["offline_event", /展会|展览|博览|会议|大会|论坛|沙龙|研讨|路演|exhibition|expo|summit|event/],
  ["referral", /转介绍|推荐|老带新|referral/],
  ["paid_ads", /投放|广告|竞价|信息流|sem|paid|ads?\b|display|cpc/],
  ["seo", /seo|自然搜索|organic/],
  ["email", /邮件|edm|e-?mail|newsletter/],
  ["partner", /渠道|合作|伙伴|代理|partner/],
  ["sponsorship", /赞助|冠名|sponsor/],
];

/** The type of a campaign that a file only names; content where nothing tells. The draft can be corrected before it starts. */
export function guessCampaignType(name: string): CampaignType {
  const folded = foldText(name).replaceAll("_", " ");
  return WORDS.find(([, words]) => words.test(folded))?.[0] ?? "content";
}
