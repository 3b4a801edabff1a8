import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { NewCompany } from "./people-session.ts";

/** How many records of a kind there are, and how many of them came after the demo was loaded. */
export const DemoCount = z.object({ all: z.int(), since: z.int() });

/** What would go with the demo company. */
export const DemoContents = z.object({
  companyName: z.string(),
  loadedAt: z.iso.datetime(),
  leads: DemoCount,
  contacts: DemoCount,
  accounts: DemoCount,
  opportunities: DemoCount,
  campaigns: DemoCount,
  people: DemoCount,
  /** What people have done since it was loaded, whatever it was; signing in does not count. */
  actsSince: z.int(),
});
export type DemoContents = z.infer<typeof DemoContents>;

export const demo = {
  show: endpoint({
    id: "demo.show",
    method: "GET",
    path: "/demo",
    summary: "What the demo company holds, and what people have added to it; null when there is none.",
    response: z.object({ demo: DemoContents.nullable() }),
  }),
  replace: endpoint({
    id: "demo.replace",
    method: "POST",
    path: "/demo/replacement",
    summary:
      "Removes the demo company with everything that was added to it, and makes a company of one's own with its first administrator, in one act. Everybody is signed out; the caller is signed in as that administrator.",
    body: NewCompany.extend({
      /** The demo company's name, typed by whoever removes it. */
      confirmation: z.string().trim().max(200),
    }),
    response: z.object({}),
    errors: ["demo_absent", "demo_work_under_way"],
  }),
};
