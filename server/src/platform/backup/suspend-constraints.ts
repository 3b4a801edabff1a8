import type { ClientBase } from "pg";

/** The statements that bring back what was suspended. */
export type Resume = () => Promise<void>;

const OUR_SCHEMAS = `c.relnamespace::regnamespace::text !~ '^pg_' and c.relnamespace <> 'information_schema'::regnamespace`;

/**
 * Takes foreign keys and triggers off all our tables for the rest of the transaction, so that rows can be loaded in any
 * order and exactly as they were. It needs no more rights than owning the tables (session_replication_role needs a
 * superuser), and putting a key back checks every row under it.
 * @returns what puts everything back; the transaction must not be committed without it.
 */
export async function suspendConstraints(client: ClientBase): Promise<Resume> {
  const { rows: keys } = await client.query<{ place: string; name: string; definition: string; remark: string | null }>(
    `select c.oid::regclass::text as place,
            quote_ident(k.conname) as name,
            pg_get_constraintdef(k.oid) as definition,
            quote_literal(obj_description(k.oid, 'pg_constraint')) as remark
     from pg_constraint as k
     join pg_class as c on c.oid = k.conrelid
     where k.contype = 'f' and k.conparentid = 0 and ${OUR_SCHEMAS}
     order by k.oid`,
  );
  const { rows: triggers } = await client.query<{ place: string; name: string; state: "O" | "D" | "A" | "R" }>(
    `select c.oid::regclass::text as place, quote_ident(t.tgname) as name, t.tgenabled as state
     from pg_trigger as t
     join pg_class as c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgenabled <> 'D' and c.relkind in ('r', 'p') and ${OUR_SCHEMAS}
     order by t.oid`,
  );
  for (const key of keys) await client.query(`alter table ${key.place} drop constraint ${key.name}`);
  for (const trigger of triggers) await client.query(`alter table ${trigger.place} disable trigger ${trigger.name}`);
  return async () => {
    for (const key of keys) {
      await client.query(`alter table ${key.place} add constraint ${key.name} ${key.definition}`);
      if (key.remark !== null) {
        await client.query(`comment on constraint ${key.name} on ${key.place} is ${key.remark}`);
      }
    }
    for (const trigger of triggers) {
      const how = { O: "enable", A: "enable always", R: "enable replica", D: "disable" }[trigger.state];
      await client.query(`alter table ${trigger.place} ${how} trigger ${trigger.name}`);
    }
  };
}
