import type { Sentence } from "@tongzhou/contract/sentence";
import { shareByMethod } from "./share-by-method.ts";
import type { Sharing } from "./share-by-method.ts";
import type { ArrivingLead, ShareDecision, ShareProblem, ShareRule } from "./share-problem.ts";
import { isFull, NO_LIMITS, standingsOf } from "./standing.ts";
import type { Standing } from "./standing.ts";

/**
 * Shares out leads in their order of arrival (R-ROUTE-1, 2): the owner of the customer or opportunity first, then the first
 * rule that matches and whose people can take the lead, else triage. Sharing out n leads at once gives each the same person
 * as n calls with one lead, each after the assignments of those before it: nothing is decided but from where everybody
 * stands when the lead's turn comes. Decisions are in the order of arrival.
 */
export function shareOut(problem: ShareProblem): ShareDecision[] {
  const standings = standingsOf(problem.members);
  const rules = new Map(problem.rules.map((rule) => [rule.id, rule]));
  const sharings = new Map<string, Sharing>();

  const sharingOf = (rule: ShareRule): Sharing => {
    const known = sharings.get(rule.id);
    if (known !== undefined) return known;
    const people = rule.memberIds
      .map((personId) => standings.get(personId))
      .filter((one): one is Standing => one !== undefined && one.member.presence !== "away");
    const sharing = shareByMethod(rule, people);
    sharings.set(rule.id, sharing);
    return sharing;
  };

  const give = (standing: Standing): ShareDecision["to"] => {
    standing.waiting = standings.size + assigned;
    assigned += 1;
    standing.turns += 1;
    standing.inHand += 1;
    standing.takenToday += 1;
    standing.waitedSince = problem.at;
    standing.got += 1;
    for (const sharing of sharings.values()) sharing.told(standing);
    return { kind: "rep", repId: standing.member.personId };
  };
  let assigned = 0;

  const decide = (lead: ArrivingLead): ShareDecision => {
    const notTo = new Set(lead.notTo);
    const because: Sentence[] = [];
    const conclude = (to: ShareDecision["to"], ruleId: string | null, sentence: Sentence): ShareDecision => ({
      leadId: lead.leadId,
      to,
      ruleId,
      because: [...because, sentence],
    });

    if (lead.askFirst !== null) {
      const { personId, because: why } = lead.askFirst;
      const owner = standings.get(personId);
      const params = { repId: personId, why };
      if (notTo.has(personId)) because.push({ code: "routed.owner_had_it", params });
      else if (owner === undefined || owner.member.presence === "away")
        because.push({ code: "routed.owner_away", params });
      else if (isFull(owner, NO_LIMITS)) because.push({ code: "routed.owner_full", params });
      else return conclude(give(owner), null, { code: "routed.owner_first", params });
    }

    for (const ruleId of lead.ruleIds) {
      const rule = rules.get(ruleId);
      if (rule === undefined) throw new RangeError(`no rule ${ruleId} to route ${lead.leadId} by`);
      const params = { rule: rule.name };
      if (rule.target.kind === "triage") return conclude({ kind: "nobody" }, ruleId, { code: "routed.triage", params });
      if (rule.target.kind === "nurture")
        return conclude({ kind: "nurture" }, ruleId, { code: "routed.nurture_pool", params });
      if (rule.target.kind === "sdr") {
        if (!lead.passedOnBySdr) return conclude({ kind: "sdr" }, ruleId, { code: "routed.sdr_pool", params });
        because.push({ code: "routed.sdr_passed_it_on", params });
        continue;
      }
      const sharing = sharingOf(rule);
      const choice = sharing.choose(notTo);
      if (choice !== null) return conclude(give(choice.standing), ruleId, choice.because);
      because.push({ code: sharing.people === 0 ? "routed.nobody_there" : "routed.all_full", params });
      if (rule.otherwise === "triage") return conclude({ kind: "nobody" }, ruleId, { code: "routed.triage", params });
    }
    return conclude({ kind: "nobody" }, null, { code: "routed.no_rule", params: {} });
  };

  return inOrderOfArrival(problem.leads).map(decide);
}

function inOrderOfArrival(leads: readonly ArrivingLead[]): ArrivingLead[] {
  return leads.toSorted(
    (a, b) =>
      a.occurredAt - b.occurredAt ||
      (a.importRow ?? 0) - (b.importRow ?? 0) ||
      (a.leadId < b.leadId ? -1 : Number(a.leadId > b.leadId)),
  );
}
