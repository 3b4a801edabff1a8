import { useSession } from "../../platform/session/session.ts";

export interface LeadDesk {
  /** Calls and qualifies what waits in the pool of the SDRs. */
  calls: boolean;
  /** Answers for the leads of other people too. */
  leads: boolean;
  /** Gives out what no rule caught. */
  triages: boolean;
}

const WIDE: readonly string[] = ["team", "below", "all"];

/** Which queues of the page of today are the viewer's, by their rights: a section whose acts would be refused is not drawn. */
export function useLeadDesk(): LeadDesk {
  const { grants } = useSession();
  const grant = (object: string, action: string) =>
    grants.find((each) => each.object === object && each.action === action && each.scope !== "none");
  const edit = grant("lead", "edit");
  const assign = grant("lead", "assign");
  const leads = assign !== undefined && WIDE.includes(assign.scope);
  const runsCampaigns = grant("campaign", "edit") !== undefined;
  return {
    calls: edit?.scope === "own" && edit.pools?.includes("sdr") === true && !runsCampaigns,
    leads,
    triages: leads || assign?.pools?.includes("triage") === true,
  };
}
