import { isRuleGroup } from "@tongzhou/contract/conditions";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import { everyField } from "../../../platform/conditions/index.ts";
import type { ConditionContext } from "../../../platform/conditions/index.ts";
import { readHouseFields } from "../../../platform/custom-fields/house-field.ts";
import type { HouseField } from "../../../platform/custom-fields/house-field.ts";
import { speaksOfHouseFields } from "../../../platform/custom-fields/house-fields-in-rules.ts";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** What rules that run by themselves mean besides their words; which fields they may name is added by who compiles them. */
export interface RuleContext extends Omit<ConditionContext, "fields"> {
  /** The fields that the company added, when one of the rules speaks of any. */
  readonly houseFields: readonly HouseField[];
}

/**
 * Reads what rules mean at this moment: the company's days and, when one of them speaks of a team, who is in which.
 * @param rules the conditions that will be compiled; null: any may come.
 */
export async function readRuleContext(
  { tx, now }: Pick<ReadContext, "tx" | "now">,
  rules: readonly (RuleGroup | null)[] | null,
): Promise<RuleContext> {
  const company = await tx.selectFrom("published.company").select("time_zone").executeTakeFirst();
  const teams =
    rules === null || rules.some((rule) => rule !== null && speaksOfTeam(rule)) ? await readTeams(tx) : null;
  return {
    now,
    timeZone: company?.time_zone ?? "Asia/Shanghai",
    viewer: null,
    teamMembers: (teamId, below) => teams?.(teamId, below),
    accessTo: everyField,
    houseFields:
      rules === null || rules.some((rule) => rule !== null && speaksOfHouseFields(rule))
        ? await readHouseFields(tx)
        : [],
  };
}

function speaksOfTeam(group: RuleGroup): boolean {
  return group.rules.some((part) => (isRuleGroup(part) ? speaksOfTeam(part) : part.operator.includes("in_team")));
}

async function readTeams(tx: ReadContext["tx"]): Promise<ConditionContext["teamMembers"]> {
  const teams = await tx.selectFrom("published.team").select(["id", "parent_id"]).execute();
  const people = await tx.selectFrom("published.person").select(["id", "team_id"]).execute();
  const known = new Set(teams.map(({ id }) => id));
  return (teamId, below) => {
    if (!known.has(teamId)) return undefined;
    const within = new Set<string | null>([teamId]);
    // A set is walked in the order of insertion, the members added on the way included.
    if (below) for (const id of within) for (const team of teams) if (team.parent_id === id) within.add(team.id);
    return people.filter(({ team_id }) => team_id !== null && within.has(team_id)).flatMap(({ id }) => id ?? []);
  };
}
