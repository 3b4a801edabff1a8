import type { RequirableField, StageContent } from "@tongzhou/contract/opportunity-types";
import type { Evidence, OpportunityWeight } from "@tongzhou/contract/opportunity-type";
import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

export type StoredStage = StageContent & { readonly id: string };

export interface StoredType {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly weight: OpportunityWeight;
  readonly active: boolean;
  readonly stages: StoredStage[];
}

/** All types, those in use first, pipelines before the lighter ones; each with its stages in order. */
export async function findTypes({ tx }: Pick<ReadContext, "tx">): Promise<StoredType[]> {
  const [types, stages] = [
    await tx
      .selectFrom("opportunity_type")
      .select(["id", "code", "name", "weight", "active"])
      .orderBy("active", "desc")
      .orderBy(sql`array_position(array['pipeline', 'brief', 'tag'], weight::text)`)
      .orderBy("id")
      .execute(),
    await tx
      .selectFrom("opportunity_stage")
      .select([
        "id",
        "type_id as typeId",
        "name",
        "probability",
        "required_fields as requiredFields",
        "required_evidence as requiredEvidence",
        "usual_days as usualDays",
      ])
      .orderBy("type_id")
      .orderBy("position")
      .execute(),
  ];
  return types.map((type) => ({
    ...type,
    weight: type.weight as OpportunityWeight,
    stages: stages.filter(({ typeId }) => typeId === type.id).map(storedStage),
  }));
}

function storedStage(row: {
  readonly id: string;
  readonly name: string;
  readonly probability: number;
  readonly requiredFields: readonly string[];
  readonly requiredEvidence: readonly string[];
  readonly usualDays: number | null;
}): StoredStage {
  const { id, name, probability, usualDays } = row;
  const requiredFields = row.requiredFields as RequirableField[];
  return { id, name, probability, requiredFields, requiredEvidence: row.requiredEvidence as Evidence[], usualDays };
}

/** Locks a type for a change of itself and its stages. */
export async function lockType(context: Context, id: string): Promise<StoredType | undefined> {
  await context.tx.selectFrom("opportunity_type").select("id").where("id", "=", id).forUpdate().execute();
  return (await findTypes(context)).find((type) => type.id === id);
}

export async function isTypeCodeTaken({ tx }: Context, code: string): Promise<boolean> {
  return (
    (await tx.selectFrom("opportunity_type").select("id").where("code", "=", code).executeTakeFirst()) !== undefined
  );
}

export async function insertType(
  { tx }: Context,
  type: Pick<StoredType, "id" | "code" | "name" | "weight">,
): Promise<void> {
  const { id, code, name, weight } = type;
  await tx.insertInto("opportunity_type").values({ id, code, name, weight }).execute();
}

export async function updateType(
  { tx }: Context,
  id: string,
  values: Partial<Pick<StoredType, "name" | "active">>,
): Promise<void> {
  if (Object.keys(values).length > 0)
    await tx.updateTable("opportunity_type").set(values).where("id", "=", id).execute();
}

export type PlacedStage = StoredStage & { readonly typeId: string; readonly position: number };

const STAGE_RECORD = sql`as given (
  id uuid,
  "typeId" uuid,
  position int,
  name text,
  probability int,
  "requiredFields" text[],
  "requiredEvidence" text[],
  "usualDays" int
)`;

export async function insertStages({ tx }: Context, stages: readonly PlacedStage[]): Promise<void> {
  await sql`
    insert into opportunity_stage (
      id, type_id, position, name, probability, required_fields, required_evidence, usual_days
    )
    select id, "typeId", position, name, probability, "requiredFields", "requiredEvidence", "usualDays"
    from jsonb_to_recordset(${JSON.stringify(stages)}::jsonb) ${STAGE_RECORD}`.execute(tx);
}

/** Writes stages as they shall be. Positions are unique only when all of them are placed. */
export async function updateStages({ tx }: Context, stages: readonly PlacedStage[]): Promise<void> {
  await sql`set constraints opportunity_stage_position deferred`.execute(tx);
  await sql`
    update opportunity_stage as stage
    set
      position = given.position,
      name = given.name,
      probability = given.probability,
      required_fields = given."requiredFields",
      required_evidence = given."requiredEvidence",
      usual_days = given."usualDays"
    from jsonb_to_recordset(${JSON.stringify(stages)}::jsonb) ${STAGE_RECORD}
    where stage.id = given.id`.execute(tx);
}

/** Stages of a type that opportunities, running or closed, stand in. */
export async function usedStages(
  { tx }: Context,
  stageIds: readonly string[],
): Promise<{ id: string; count: number }[]> {
  const { rows } = await sql<{ id: string; count: number }>`
    select stage_id as id, count(*) as count
    from opportunity
    where stage_id = any(${[...stageIds]}::uuid[])
    group by stage_id`.execute(tx);
  return rows;
}

export async function deleteStages({ tx }: Context, stageIds: readonly string[]): Promise<void> {
  if (stageIds.length > 0)
    await tx
      .deleteFrom("opportunity_stage")
      .where("id", "in", [...stageIds])
      .execute();
}
