import type { ConsentChannel } from "@tongzhou/contract/privacy";

/** The channels that an identifier of this kind is reached by; none for those of browsers and other systems. */
export function channelsOf(kind: string): readonly ConsentChannel[] {
  if (kind === "phone") return ["phone", "sms"];
  if (kind === "email") return ["email"];
  return kind.startsWith("wechat_") || kind.startsWith("wecom_external") ? ["wechat"] : [];
}
