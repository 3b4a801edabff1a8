import type { RoutingRule } from "@tongzhou/contract/routing-rule";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { compileEach, checkConditions } from "../../platform/conditions/index.ts";
import { dayAt, startOfDay } from "../../platform/time/start-of-day.ts";
import { isOnDuty, readRuleContext } from "../standards/index.ts";
import type { RoutingMember } from "./domain/routing-member.ts";
import type { ArrivingLead, ShareProblem, ShareRule } from "./domain/share-problem.ts";
import { readArrivingLeads, readNewbornLeads } from "./queries/arriving-leads.ts";
import type { ArrivingLeadRow, BornLeads } from "./queries/arriving-leads.ts";
import { findRoutablePeople, readClosings, readLoads, readTeamsBelow } from "./queries/routing-people.ts";
import type { PersonLoad, RoutablePerson } from "./queries/routing-people.ts";
import { routingFieldsWith } from "./routing.fields.ts";

/** Turns of the last days keep the proportions of weighted teams; older ones are forgiven. */
const TURNS_WINDOW_DAYS = 90;
const DAY_MS = 86_400_000;

export interface PosedLeads {
  readonly leadIds: readonly string[];
  /** Leads that are not written yet. */
  readonly born?: BornLeads;
  /** The row of the import that a lead came by: the order of arrival among leads of one moment. */
  readonly importRows?: ReadonlyMap<string, number>;
  /** `waiting`: only those that wait to be routed; `any` for trials. */
  readonly which: "waiting" | "any";
  /** Called when all but the turns and loads of people has been read: others that route wait from then on. */
  readonly beforeTurns?: () => Promise<void>;
  /** Trials share out as if nobody had anything and nobody had had a turn. */
  readonly fromNothing?: boolean;
}

/**
 * Reads everything that sharing out these leads by these rules depends on. Rules that are switched off or that can no
 * longer be asked are left out.
 */
export async function poseProblem(
  context: Pick<ReadContext, "tx" | "now">,
  rules: readonly RoutingRule[],
  posed: PosedLeads,
): Promise<ShareProblem> {
  const about = await readRuleContext(
    context,
    rules.map(({ conditions }) => conditions),
  );
  const asking = { ...about, fields: routingFieldsWith(about.houseFields) };
  const active = rules.filter(({ enabled, conditions }) => enabled && checkConditions(conditions, asking).ok);
  const compiled = compileEach(
    active.map(({ conditions }) => conditions),
    asking,
  );
  if (!compiled.ok) throw new Error("a rule that was checked cannot be compiled");
  const people = await findRoutablePeople(context);
  const teamsBelow = await readTeamsBelow(context);
  const closings = await readClosings(
    context,
    active.filter((rule) => methodOf(rule) === "best_closer").map(({ id }) => id),
  );
  const shareRules = active.map((rule): ShareRule => {
    const { id, name, target, maxInHand, maxPerDay, otherwise } = rule;
    const records = new Map(closings.filter(({ ruleId }) => ruleId === id).map((row) => [row.personId, row]));
    return {
      id,
      name,
      target,
      memberIds: membersOf(rule, people, teamsBelow),
      records,
      maxInHand,
      maxPerDay,
      otherwise,
    };
  });
  const rows = [
    ...(await readArrivingLeads(context, posed.leadIds, compiled.matched, posed.which)),
    ...(posed.born ? await readNewbornLeads(context, posed.born, compiled.matched) : []),
  ];
  const leads = rows.map((row) => arrivingLead(row, shareRules, posed.importRows));
  const asked = new Set([
    ...shareRules.flatMap(({ memberIds }) => memberIds),
    ...leads.flatMap(({ askFirst }) => askFirst?.personId ?? []),
  ]);
  const candidates = people.filter(({ personId }) => asked.has(personId));
  await posed.beforeTurns?.();
  const loads = posed.fromNothing === true ? [] : await loadsOf(context, active, candidates, about.timeZone);
  const presence = isOnDuty(context.now, about.timeZone) ? "on_duty" : "off_hours";
  return {
    at: context.now.getTime(),
    leads,
    rules: shareRules,
    members: candidates.map((person) =>
      memberOf(
        person,
        loads.find(({ personId }) => personId === person.personId),
        presence,
        posed.fromNothing ?? false,
      ),
    ),
  };
}

const methodOf = ({ target }: RoutingRule): string | null => (target.kind === "team" ? target.method : null);

function membersOf(
  { target }: RoutingRule,
  people: readonly RoutablePerson[],
  teamsBelow: (teamId: string) => ReadonlySet<string>,
): string[] {
  if (target.kind === "user") return [target.personId];
  if (target.kind !== "team") return [];
  const within = teamsBelow(target.teamId);
  return people
    .filter(({ teamId, set, isRep }) => teamId !== null && within.has(teamId) && (set ?? isRep))
    .map(({ personId }) => personId);
}

function arrivingLead(
  row: ArrivingLeadRow,
  rules: readonly ShareRule[],
  importRows: ReadonlyMap<string, number> | undefined,
): ArrivingLead {
  const { leadId, occurredAt, matched, opportunityOwnerId, accountOwnerId, passedOnBySdr, notTo } = row;
  const owner = opportunityOwnerId ?? accountOwnerId;
  return {
    leadId,
    occurredAt: occurredAt.getTime(),
    importRow: importRows?.get(leadId) ?? null,
    ruleIds: rules.filter((_, index) => matched[index] === true).map(({ id }) => id),
    askFirst:
      owner === null ? null : { personId: owner, because: opportunityOwnerId === null ? "customer" : "opportunity" },
    passedOnBySdr,
    notTo,
  };
}

/** Counts are read only when a rule or a person's own limit asks for them: a single arrival should cost milliseconds. */
async function loadsOf(
  context: Pick<ReadContext, "tx" | "now">,
  rules: readonly RoutingRule[],
  people: readonly RoutablePerson[],
  timeZone: string,
): Promise<PersonLoad[]> {
  const { now } = context;
  const proportional = rules.some((rule) => ["weighted", "best_closer"].includes(methodOf(rule) ?? ""));
  const limited = rules.some((rule) => rule.maxInHand !== null || methodOf(rule) === "least_loaded");
  return readLoads(context, {
    personIds: people.map(({ personId }) => personId),
    turnsSince: proportional ? new Date(now.getTime() - TURNS_WINDOW_DAYS * DAY_MS) : null,
    today: rules.some((rule) => rule.maxPerDay !== null) ? startOfDay(dayAt(now, timeZone), timeZone) : null,
    needsInHand: limited || people.some(({ capacity }) => capacity !== null),
  });
}

function memberOf(
  { personId, set, capacity }: RoutablePerson,
  load: PersonLoad | undefined,
  presence: "on_duty" | "off_hours",
  unlimited: boolean,
): RoutingMember {
  return {
    personId,
    presence: set === false ? "away" : presence,
    lastTurn: load?.turnId && load.turnAt ? { at: load.turnAt.getTime(), id: load.turnId } : null,
    turns: load?.turns ?? 0,
    inHand: load?.inHand ?? 0,
    takenToday: load?.takenToday ?? 0,
    maxInHand: unlimited ? null : capacity,
    maxPerDay: null,
  };
}
