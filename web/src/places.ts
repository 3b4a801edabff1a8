import type { WhoAmI } from "@tongzhou/contract/people-session";
import {
  Building2,
  ChartNoAxesColumn,
  Handshake,
  Megaphone,
  Merge,
  MousePointerClick,
  Settings,
  Sun,
  UserPlus,
  Users,
} from "lucide-react";
import { lazy } from "react";
import { pages } from "./pages.ts";
import type { Place } from "./platform/shell/shell-types.ts";

const may =
  (object: string, action = "read") =>
  ({ grants }: WhoAmI): boolean =>
    grants.some((grant) => grant.object === object && grant.action === action && grant.scope !== "none");

const everybody = (): boolean => true;

/** Counts come behind the page: nobody waits for them. */
const PairsWaiting = lazy(() =>
  import("./capabilities/identity/index.ts").then((identity) => ({ default: identity.PairsWaiting })),
);

/** Where one can go, in the order of the sidebar. Who sees a place is decided by what they may do there. */
const all: readonly (readonly Place[])[] = [
  [
    { id: "today", href: "/today", icon: Sun, words: "place.today", isFor: everybody },
    { id: "leads", href: "/leads", icon: UserPlus, words: "place.leads", isFor: may("lead") },
    {
      id: "contacts",
      href: "/contacts",
      icon: Users,
      words: "place.contacts",
      isFor: may("contact"),
      Waiting: PairsWaiting,
    },
    {
      id: "duplicates",
      href: "/contacts/duplicates",
      icon: Merge,
      words: "place.duplicates",
      also: "also.duplicates",
      isFor: may("contact", "edit"),
      aside: true,
    },
    { id: "accounts", href: "/accounts", icon: Building2, words: "place.accounts", isFor: may("account") },
    {
      id: "opportunities",
      href: "/opportunities",
      icon: Handshake,
      words: "place.opportunities",
      isFor: may("opportunity"),
    },
  ],
  [
    { id: "campaigns", href: "/campaigns", icon: Megaphone, words: "place.campaigns", isFor: may("campaign") },
    {
      id: "touches",
      href: "/touches",
      icon: MousePointerClick,
      words: "place.touches",
      also: "also.touches",
      isFor: may("contact"),
      aside: true,
    },
  ],
  [
    {
      id: "insights",
      href: "/insights",
      icon: ChartNoAxesColumn,
      words: "place.insights",
      isFor: may("lead", "figures"),
    },
    { id: "settings", href: "/settings", icon: Settings, words: "place.settings", isFor: everybody },
  ],
];

const hasPage = ({ href }: Place): boolean => pages.some(({ path }) => path === href || path.startsWith(`${href}/`));

/** A place is offered as soon as there is a page for it. */
export const places: readonly (readonly Place[])[] = all.map((group) => group.filter(hasPage));

export const phonePlaces: readonly string[] = ["today", "leads", "opportunities"];
