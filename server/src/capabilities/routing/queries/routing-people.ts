import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

type Reading = Pick<ReadContext, "tx">;

/** Somebody leads may be given to. */
export interface RoutablePerson {
  readonly personId: string;
  readonly teamId: string | null;
  /** Whether it was set that rules may ask them; null: it was not, then reps are asked. */
  readonly set: boolean | null;
  readonly isRep: boolean;
  readonly capacity: number | null;
}

/** Everybody who is active, with whether and how much they take. */
export async function findRoutablePeople({ tx }: Reading): Promise<RoutablePerson[]> {
  const { rows } = await sql<RoutablePerson>`
    select
      p.id as "personId",
      p.team_id as "teamId",
      m.takes_leads as set,
      exists (select from published.person_role as r where r.person_id = p.id and r.code = 'rep') as "isRep",
      m.capacity
    from published.person as p
    left join routing_member as m on m.person_id = p.id
    where p.active
    order by p.id`.execute(tx);
  return rows;
}

/** The teams that lie in a team, itself included, by team. */
export async function readTeamsBelow({ tx }: Reading): Promise<(teamId: string) => ReadonlySet<string>> {
  const teams = await tx.selectFrom("published.team").select(["id", "parent_id"]).execute();
  return (teamId) => {
    const within = new Set<string>([teamId]);
    // A set is walked in the order of insertion, the members added on the way included.
    for (const id of within) for (const team of teams) if (team.parent_id === id && team.id) within.add(team.id);
    return within;
  };
}

/** Where somebody stands in the rotation and how much they have. */
export interface PersonLoad {
  readonly personId: string;
  readonly turnId: string | null;
  readonly turnAt: Date | null;
  readonly turns: number;
  readonly inHand: number;
  readonly takenToday: number;
}

export interface LoadQuestion {
  readonly personIds: readonly string[];
  /** Since when turns count; null: nobody asks. */
  readonly turnsSince: Date | null;
  /** Since when the day counts; null: nobody asks. */
  readonly today: Date | null;
  readonly needsInHand: boolean;
}

/**
 * Last turns and loads from the assignment rows and the leads alone (R-ROUTE-2): a turn that was given back was not used.
 * Counts nobody asks for are 0 and cost nothing. The people are one text, a list as PostgreSQL writes it, so that the statement
 * stays prepared however many they are: everybody who routes waits for it.
 */
export async function readLoads({ tx }: Reading, question: LoadQuestion): Promise<PersonLoad[]> {
  const { personIds, turnsSince, today, needsInHand } = question;
  const since = (moment: Date | null) => sql`${moment?.toISOString() ?? null}::timestamptz`;
  const { rows } = await sql<PersonLoad>`
    select
      asked.id as "personId",
      last.id as "turnId",
      last.assigned_at as "turnAt",
      case when ${turnsSince !== null} then (
        select count(*)::int
        from published.assignment as a
        where a.owner_id = asked.id and a.uses_turn and not a.turn_back and a.assigned_at >= ${since(turnsSince)}
      ) else 0 end as turns,
      case when ${needsInHand} then (
        select count(*)::int
        from published.lead as l
        where l.owner_id = asked.id and l.stage in ('assigned', 'sql')
      ) else 0 end as "inHand",
      case when ${today !== null} then (
        select count(*)::int
        from published.assignment as a
        where a.owner_id = asked.id and a.assigned_at >= ${since(today)}
      ) else 0 end as "takenToday"
    from unnest(${`{${personIds.join()}}`}::uuid[]) as asked (id)
    left join lateral (
      select a.id, a.assigned_at
      from published.assignment as a
      where a.owner_id = asked.id and a.uses_turn and not a.turn_back
      order by a.assigned_at desc, a.id desc
      limit 1
    ) as last on true`.execute(tx);
  return rows;
}

/** How people closed the deals of leads that a rule gave them. */
export interface ClosingRow {
  readonly ruleId: string;
  readonly personId: string;
  readonly won: number;
  readonly decided: number;
}

export async function readClosings({ tx }: Reading, ruleIds: readonly string[]): Promise<ClosingRow[]> {
  if (ruleIds.length === 0) return [];
  const { rows } = await sql<ClosingRow>`
    select
      a.rule_id as "ruleId",
      o.owner_id as "personId",
      count(*) filter (where o.outcome = 'won')::int as won,
      count(*)::int as decided
    from published.assignment as a
    join published.opportunity as o on o.lead_id = a.lead_id and o.owner_id = a.owner_id
    where a.rule_id = any(${ruleIds}::uuid[]) and o.outcome in ('won', 'lost')
    group by a.rule_id, o.owner_id`.execute(tx);
  return rows;
}

/**
 * One routing at a time, over all processes, until the end of the transaction: the second sees the turns of the first
 * (R-ROUTE-2). A single arrival waits for at most one batch of an import.
 */
export async function waitForRouting({ tx }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('routing.turns'))`.execute(tx);
}

export interface MemberRow {
  readonly personId: string;
  readonly personName: string;
  readonly takesLeads: boolean;
  readonly capacity: number | null;
  readonly inHand: number;
}

/** Who takes leads or has something set, by name. */
export async function findMembers({ tx }: Reading): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select
      p.id as "personId",
      p.name as "personName",
      coalesce(m.takes_leads, true) as "takesLeads",
      m.capacity,
      (select count(*)::int from published.lead as l where l.owner_id = p.id and l.stage in ('assigned', 'sql')) as "inHand"
    from published.person as p
    left join routing_member as m on m.person_id = p.id
    where p.active
      and (m.id is not null or exists (select from published.person_role as r where r.person_id = p.id and r.code = 'rep'))
    order by p.name_sort, p.id`.execute(tx);
  return rows;
}

export async function saveMember(
  { tx, newId }: Context,
  personId: string,
  member: { readonly takesLeads: boolean; readonly capacity: number | null },
): Promise<void> {
  const values = { takes_leads: member.takesLeads, capacity: member.capacity };
  await tx
    .insertInto("routing_member")
    .values({ id: newId(), person_id: personId, ...values })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(values))
    .execute();
}
