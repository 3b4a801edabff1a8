import type { Context } from "./context.ts";

/**
 * The act that an operation belongs to as people see it: the long operation of a batch, or the operation that an automatic
 * one answers, all the way up (upwards as undo looks downwards). The operation itself when it is nobody's part.
 */
export async function rootOperationOf({
  client,
  operationId,
  isPart,
}: Pick<Context, "client" | "operationId" | "isPart">): Promise<string> {
  if (!isPart) return operationId;
  const { rows } = await client.query<{ id: string }>({
    name: "root-operation",
    text: `with recursive chain as (
             select id, coalesce(parent_id, case when actor_kind <> 'person' then cause_id end) as above, 1 as height
             from operation
             where id = $1
             union all
             select o.id, coalesce(o.parent_id, case when o.actor_kind <> 'person' then o.cause_id end), height + 1
             from chain
             join operation as o on o.id = chain.above
           )
           select id
           from chain
           order by height desc
           limit 1`,
    values: [operationId],
  });
  return rows[0]?.id ?? operationId;
}
