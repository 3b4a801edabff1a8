import { search, type SearchHit, type SearchObject } from "@tongzhou/contract/search";
import i18next from "i18next";
import { Building2, Handshake, Megaphone, UserPlus, Users, type LucideIcon } from "lucide-react";
import { call } from "../../platform/http/call.ts";
import type { PaletteEntry, PaletteGroup, PaletteSource, Segment } from "../../platform/palette/palette-types.ts";

/** Records come before acts and pages. */
const RECORDS_ORDER = 10;

interface Kind {
  object: SearchObject;
  icon: LucideIcon;
  path: string;
  /** Its place's name, which every page has. */
  words: string;
}

const KINDS: readonly Kind[] = [
  { object: "contact", icon: Users, path: "/contacts", words: "app:place.contacts" },
  { object: "lead", icon: UserPlus, path: "/leads", words: "app:place.leads" },
  { object: "account", icon: Building2, path: "/accounts", words: "app:place.accounts" },
  { object: "opportunity", icon: Handshake, path: "/opportunities", words: "app:place.opportunities" },
  { object: "campaign", icon: Megaphone, path: "/campaigns", words: "app:place.campaigns" },
];

/** The palette finds records by characters, pinyin, initials and numbers. */
export const recordSource: PaletteSource = {
  id: "records",
  order: RECORDS_ORDER,
  async find(typed, signal) {
    const text = typed.trim();
    if (text === "") return [];
    const { hits } = await call(search.find, { query: { text } }, { signal });
    return KINDS.map((kind) => groupOf(kind, hits, text));
  },
};

function groupOf(kind: Kind, hits: readonly SearchHit[], text: string): PaletteGroup {
  const { object, icon, path, words } = kind;
  const entries = hits
    .filter((hit) => hit.object === object)
    .map(({ id, title, subtitle }): PaletteEntry => ({
      id: `${object}-${id}`,
      icon,
      title: title === null ? "—" : segmentsOf(title, text),
      href: `${path}/${id}`,
      ...(subtitle === null ? {} : { meta: subtitle }),
    }));
  return { id: `found-${object}`, words: i18next.t(words as never), entries };
}

/** A name cut where the typed letters stand in it; found by pinyin it stays whole. */
export function segmentsOf(title: string, typed: string): string | readonly Segment[] {
  const at = title.toLowerCase().indexOf(typed.toLowerCase());
  if (at < 0) return title;
  const end = at + typed.length;
  const pieces = [
    { text: title.slice(0, at), hit: false },
    { text: title.slice(at, end), hit: true },
    { text: title.slice(end), hit: false },
  ];
  return pieces.filter(({ text }) => text !== "");
}
