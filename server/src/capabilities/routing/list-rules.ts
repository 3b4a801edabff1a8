import type { RoutingRuleRow } from "@tongzhou/contract/routing";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { readRuleContext } from "../standards/index.ts";
import { checkRule } from "./check-rule.ts";
import { findRules } from "./queries/rule-rows.ts";
import { findRuleRecords, findTargets } from "./queries/rule-records.ts";

/** Over so many days a rule's record is counted. */
export const RECORD_DAYS = 90;
const DAY_MS = 86_400_000;

/** The rules in their order, with their record and what is wrong with them by now. */
export async function listRules(context: Pick<ReadContext, "tx" | "now">): Promise<RoutingRuleRow[]> {
  const rules = await findRules(context);
  const about = await readRuleContext(context, null);
  const { people, teams } = await findTargets(context);
  const known = { isPerson: (id: string) => people.has(id), isTeam: (id: string) => teams.has(id) };
  const since = new Date(context.now.getTime() - RECORD_DAYS * DAY_MS);
  const records = new Map((await findRuleRecords(context, since)).map(({ ruleId, ...record }) => [ruleId, record]));
  return rules.map((rule) => ({
    ...rule,
    record: records.get(rule.id) ?? { fired: 0, accepted: 0, rejected: 0, won: 0 },
    problems: checkRule(rule, about, known),
  }));
}
