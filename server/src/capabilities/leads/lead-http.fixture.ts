import type { RejectReason } from "@tongzhou/contract/lead-standard";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { notificationsMessages, notificationsRoutes } from "../notifications/index.ts";
import { openDirectory } from "../people/index.ts";
import { leadsMessages, leadsRoutes, readPools } from "./index.ts";
import { assignedTo, openLeadWorld } from "./lead-world.fixture.ts";
import type { LeadWorld } from "./lead-world.fixture.ts";

/** Reasons as a standard in force would have them. */
export const REASONS: RejectReason[] = [
  { code: "not_ready", name: "时机未到", effect: "nurture_warm", wakes: true },
  { code: "wrong_match", name: "分错人", effect: "triage", wakes: false },
  { code: "invalid", name: "无效", effect: "disqualify", wakes: false },
];

/** A company with leads behind HTTP. */
export interface LeadHttp {
  readonly world: LeadWorld;
  readonly http: TestHttp;
  /** A new lead that waits for this rep's answer. */
  assigned(name: string, to: "陈浩" | "王倩"): Promise<string>;
  /** A new lead in the public pool of 陈浩's team. */
  inPublicPool(name: string): Promise<string>;
  /** A new lead that waits for an SDR. */
  toQualify(name: string): Promise<string>;
}

/** @param notices whether notifications are served too, for tests that read them; refusals are about leads alone. */
export async function openLeadHttp({ notices = true } = {}): Promise<LeadHttp> {
  const world = await openLeadWorld();
  const { house } = world.database;
  const http = await openTestHttp({
    house,
    directory: openDirectory(house, readPools),
    messages: [leadsMessages, notificationsMessages],
    register(registering) {
      leadsRoutes(registering, { readReasons: async () => REASONS });
      if (notices) notificationsRoutes(registering);
    },
  });
  const assigned: LeadHttp["assigned"] = async (name, to) => {
    const [leadId = ""] = await world.capture(name);
    await world.lead(leadId, ...assignedTo(world.cast[to]));
    return leadId;
  };
  return {
    world,
    http,
    assigned,
    async inPublicPool(name) {
      const leadId = await assigned(name, "陈浩");
      await world.lead(
        leadId,
        { kind: "accepted", by: { personId: world.cast.陈浩, mayActForHolder: false } },
        { kind: "idle", destination: "public", teamId: world.cast.teams.华东组 },
      );
      return leadId;
    },
    async toQualify(name) {
      const [leadId = ""] = await world.capture(name);
      await world.lead(leadId, { kind: "judged", destination: "qualify", cause: "capture" });
      return leadId;
    },
  };
}
