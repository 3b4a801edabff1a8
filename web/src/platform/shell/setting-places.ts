import type { WhoAmI } from "@tongzhou/contract/people-session";

/** Something that can be set or looked after. Its name and the line of what it decides are `place.ID` and `means.ID` of `pages`. */
export interface SettingPlace {
  id: string;
  href: string;
  /** Who sees it: whoever may do something there. */
  isFor: (who: WhoAmI) => boolean;
}

export interface SettingGroup {
  id: string;
  places: readonly SettingPlace[];
}

const may =
  (object: string, action = "read") =>
  ({ grants }: WhoAmI): boolean =>
    grants.some((grant) => grant.object === object && grant.action === action && grant.scope !== "none");

const everybody = (): boolean => true;

/** Everything behind 设置, in the order it is shown; a group that has nothing for somebody is not there for them. */
export const settingGroups = [
  {
    id: "seam",
    places: [
      { id: "standard", href: "/settings/standard", isFor: may("standard") },
      { id: "routing", href: "/settings/routing", isFor: may("routing") },
      { id: "imports", href: "/imports", isFor: may("lead", "create") },
      { id: "products", href: "/settings/products", isFor: everybody },
      { id: "fields", href: "/settings/fields", isFor: may("custom_field", "edit") },
      {
        id: "enrichment",
        href: "/settings/enrichment",
        isFor: (who) => may("enrichment_source", "edit")(who) || may("enrichment_source", "run")(who),
      },
    ],
  },
  {
    id: "house",
    places: [
      { id: "people", href: "/settings/people", isFor: everybody },
      { id: "roles", href: "/settings/roles", isFor: everybody },
      { id: "territories", href: "/settings/territories", isFor: may("territory") },
      { id: "company", href: "/settings/company", isFor: may("company", "edit") },
      {
        id: "ownCompany",
        href: "/settings/own-company",
        isFor: (who: WhoAmI) => who.demo && may("company", "edit")(who),
      },
    ],
  },
  {
    id: "records",
    places: [
      { id: "changes", href: "/settings/changes", isFor: everybody },
      { id: "exports", href: "/exports", isFor: everybody },
      { id: "matching", href: "/settings/matching", isFor: may("company", "edit") },
      { id: "trash", href: "/settings/trash", isFor: everybody },
      { id: "privacy", href: "/settings/privacy", isFor: may("privacy_request", "edit") },
    ],
  },
  {
    id: "system",
    places: [
      { id: "work", href: "/settings/work", isFor: everybody },
      { id: "api", href: "/api/docs", isFor: everybody },
    ],
  },
  {
    id: "mine",
    places: [
      { id: "me", href: "/settings/me", isFor: everybody },
      { id: "keys", href: "/settings/me#keys", isFor: everybody },
    ],
  },
] as const satisfies readonly SettingGroup[];
