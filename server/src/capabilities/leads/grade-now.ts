import type { ReadContext } from "../../platform/ledger/context.ts";
import type { StoredLead } from "./queries/lead-columns.ts";
import type { LeadNeighbours } from "./shapes/lead-neighbours.ts";

type Reading = Pick<ReadContext, "tx" | "now">;

/**
 * Leads with their grades of this moment instead of the kept ones, so that a grade and the breakdown behind it are the same
 * number (R-SCORE-2). A lead without a kept grade was never judged and has none.
 */
export async function gradeNow<Lead extends StoredLead>(
  context: Reading,
  leads: readonly Lead[],
  { readGrades }: Pick<LeadNeighbours, "readGrades">,
): Promise<Lead[]> {
  const ids = leads.filter(({ grade }) => grade !== null).map(({ id }) => id);
  if (ids.length === 0 || !readGrades) return [...leads];
  const grades = await readGrades(context, ids);
  return leads.map((lead) => ({ ...lead, grade: grades.get(lead.id) ?? lead.grade }));
}

/** The same for a page of a list, where only those are computed that have stepped down since they were kept. */
export async function gradeThoseDue<Lead extends StoredLead>(
  context: Reading,
  leads: readonly Lead[],
  neighbours: Pick<LeadNeighbours, "readGrades">,
): Promise<Lead[]> {
  const isDue = ({ gradeUntil }: Lead): boolean => gradeUntil !== null && gradeUntil <= context.now;
  const fresh = new Map((await gradeNow(context, leads.filter(isDue), neighbours)).map((lead) => [lead.id, lead]));
  return leads.map((lead) => fresh.get(lead.id) ?? lead);
}
