import type { useSession } from "../session/session.ts";

type WhoAmI = ReturnType<typeof useSession>;

const may =
  (object: string, action = "read") =>
  ({ grants }: WhoAmI): boolean =>
    grants.some((grant) => grant.object === object && grant.action === action && grant.scope !== "none");

const everybody = (): boolean => true;

/** What can be set, in the order it is shown. Who sees a place is decided by what they may do there. */
export const settingGroups = [
  {
    id: "seam",
    places: [
      { id: "standard", href: "/settings/standard", isFor: may("standard") },
      { id: "imports", href: "/imports", isFor: may("lead", "create") },
      { id: "products", href: "/settings/products", isFor: everybody },
    ],
  },
  {
    id: "house",
    places: [
      { id: "people", href: "/settings/people", isFor: everybody },
      { id: "roles", href: "/settings/roles", isFor: everybody },
      { id: "company", href: "/settings/company", isFor: may("company", "edit") },
    ],
  },
  { id: "system", places: [{ id: "changes", href: "/settings/changes", isFor: everybody }] },
  { id: "mine", places: [{ id: "me", href: "/settings/me", isFor: everybody }] },
] as const;
