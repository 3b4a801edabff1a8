import { sql } from "kysely";
import type { Click, ConditionWorld, Sample, Visit } from "./condition-world.fixture.ts";

/** A record as the evaluator wants it: by object. */
export interface WorldRecord {
  readonly sample: Sample;
  readonly partner: { id: number; name: string | null } | null;
  readonly [object: string]: unknown;
}

/** What is put in: rows without ids, each with what hangs on it. Instants and numbers may be written as they come. */
export interface NewSample extends Partial<Omit<Sample, "id" | "visits" | "weight" | "labels">> {
  readonly weight?: number | null;
  readonly labels?: readonly (string | null)[];
  readonly partnerName?: string | null | undefined;
  readonly visits?: readonly (Partial<Omit<Visit, "id" | "clicks">> & {
    readonly clicks?: readonly Partial<Click>[];
  })[];
}

/** Replaces all rows of the world, and reads them back as a capability would. */
export async function fillWorld(world: ConditionWorld, samples: readonly NewSample[]): Promise<WorldRecord[]> {
  const rows: Record<"partner" | "sample" | "sample_label" | "visit" | "click", object[]> = {
    partner: [],
    sample: [],
    sample_label: [],
    visit: [],
    click: [],
  };
  for (const [index, { partnerName, visits = [], labels = [], ...columns }] of samples.entries()) {
    const id = index + 1;
    if (partnerName !== undefined) rows.partner.push({ id, name: partnerName });
    rows.sample.push({ ...columns, id, partner_id: partnerName === undefined ? null : id });
    for (const label of labels) rows.sample_label.push({ sample_id: id, label });
    for (const { clicks = [], ...visit } of visits) {
      const visitId = rows.visit.length + 1;
      rows.visit.push({ ...visit, id: visitId, sample_id: id });
      for (const click of clicks) rows.click.push({ ...click, visit_id: visitId });
    }
  }
  await world.pool.query(
    "delete from click; delete from visit; delete from sample_label; delete from sample; delete from partner",
  );
  for (const [table, content] of Object.entries(rows)) {
    const insert = `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`;
    if (content.length > 0) await world.pool.query(insert, [JSON.stringify(content)]);
  }
  return readWorld(world);
}

async function readWorld(world: ConditionWorld): Promise<WorldRecord[]> {
  const all = async <Row>(table: string): Promise<readonly Row[]> =>
    world.run(sql<Row>`select * from ${sql.table(table)}`);
  const clicks = await all<Click>("click");
  const labels = await all<{ sample_id: number; label: string | null }>("sample_label");
  const partners = await all<{ id: number; name: string | null }>("partner");
  const visits = (await all<Visit>("visit")).map((visit) => ({
    ...visit,
    clicks: clicks.filter((click) => click.visit_id === visit.id),
  }));
  return (await all<Sample>("sample"))
    .toSorted((a, b) => a.id - b.id)
    .map((row) => ({
      sample: {
        ...row,
        labels: labels.flatMap(({ sample_id, label }) => (sample_id === row.id && label !== null ? [label] : [])),
        visits: visits.filter((visit) => visit.sample_id === row.id),
      },
      partner: partners.find((partner) => partner.id === row.partner_id) ?? null,
    }));
}
