import type { IdentifierKind } from "./normalise-identifier.ts";

/** R-ID-10, then the kinds it does not name; `record` last, since it is made with the contact. */
const ORDER = [
  "member",
  "wecom_external",
  "wechat_union",
  "phone",
  "email",
  "visitor",
  "wechat_open",
  "wechat_id",
  "record",
];
const WEAK_PENALTY = ORDER.length;

/** Lower attaches first (R-ID-10); every weak identifier comes after all strong ones. Also the order in which an unnamed contact is shown. */
export function rankIdentifier(identifier: { kind: IdentifierKind; strong: boolean }): number {
  const family = identifier.kind.split(":", 1)[0] ?? "";
  const place = ORDER.indexOf(family);
  return (place < 0 ? ORDER.length : place) + (identifier.strong ? 0 : WEAK_PENALTY);
}
