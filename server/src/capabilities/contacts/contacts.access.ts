import { accessObject } from "../../platform/access/access-object.ts";
import { Following } from "../../platform/access/following.ts";
import { maskWhole } from "../../platform/access/mask-text.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { maskEmail } from "../../platform/text/mask-email.ts";
import { maskPhone } from "../../platform/text/mask-phone.ts";

/** Who follows contacts: their owners, by accounts, by open leads, by opportunities. The capabilities above add their rules here. */
export const contactFollowing = new Following();

export const CONTACT = accessObject("contact", {
  actions: ["read", "create", "edit", "assign", "export", "delete", "reveal"],
  belonging: { related: contactFollowing.related, relatedIds: contactFollowing.relatedIds },
  territories: true,
  fields: {
    phone: (value) => maskPhone(String(value)),
    email: (value) => maskEmail(String(value)),
    wechat: maskWhole,
    job: maskWhole,
  },
});

/** Which governed field an identifier is; those of other systems and browsers are nobody's contact details. */
export function fieldOfIdentifier(kind: string): "phone" | "email" | "wechat" | undefined {
  if (kind === "phone" || kind === "email") return kind;
  return kind.startsWith("wechat_") || kind.startsWith("wecom_external:") ? "wechat" : undefined;
}

export const mayReadContacts = (viewer: Viewer): boolean => may(viewer, CONTACT, "read");

export const mayCreateContacts = (viewer: Viewer): boolean => may(viewer, CONTACT, "create");

export const mayEditContacts = (viewer: Viewer): boolean => may(viewer, CONTACT, "edit");

export const mayAssignContacts = (viewer: Viewer): boolean => may(viewer, CONTACT, "assign");
