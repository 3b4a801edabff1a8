import type { ConsentChannel, ConsentPurpose } from "@tongzhou/contract/privacy";

/** Changes with any word of the sentences below: evidence names the text that was agreed to. */
export const PREFERENCE_TEXT_VERSION = "2025-11";

const CHANNELS: Record<SpokenIn, Record<ConsentChannel, string>> = {
  "zh-CN": { email: "邮件", phone: "电话", sms: "短信", wechat: "微信" },
  en: { email: "by e-mail", phone: "by phone", sms: "by SMS", wechat: "on WeChat" },
};

const PURPOSES: Record<SpokenIn, Record<ConsentPurpose, string>> = {
  "zh-CN": { marketing: "产品和活动消息", service: "服务通知", sales: "购买咨询" },
  en: { marketing: "news of products and events", service: "service notices", sales: "sales advice" },
};

type SpokenIn = "zh-CN" | "en";

/** What somebody agrees to by a switch of their preference page, word for word as it stands there. */
export function preferenceText(
  language: SpokenIn,
  companyName: string,
  channel: ConsentChannel,
  purpose: ConsentPurpose,
): string {
  const [by, what] = [CHANNELS[language][channel], PURPOSES[language][purpose]];
  return language === "en"
    ? `I agree that ${companyName} sends me ${what} ${by}.`
    : `我同意${companyName}通过${by}向我发送${what}。`;
}
