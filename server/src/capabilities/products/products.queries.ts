import { sql } from "kysely";
import type { ProductLine } from "@tongzhou/contract/products";
import type { Context, ReadContext } from "../../platform/ledger/context.ts";
import type { TreeNode } from "../../platform/tree/would-be-below-itself.ts";

const COLUMNS = ["id", "code", "name", "parent_id as parentId", "position", "active"] as const;

/** The whole tree: children in their order, then by name. */
export function findProductLines({ tx }: Pick<ReadContext, "tx">): Promise<ProductLine[]> {
  return tx.selectFrom("product_line").select(COLUMNS).orderBy("position").orderBy("name_sort").orderBy("id").execute();
}

export function findProductLine({ tx }: Pick<ReadContext, "tx">, id: string): Promise<ProductLine | undefined> {
  return tx.selectFrom("product_line").select(COLUMNS).where("id", "=", id).executeTakeFirst();
}

/** Locks a line for a change. */
export function lockProductLine({ tx }: Context, id: string): Promise<Omit<ProductLine, "id"> | undefined> {
  return tx
    .selectFrom("product_line")
    .select(["code", "name", "parent_id as parentId", "position", "active"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** The parent of every line, under a lock that lets one change of the tree through at a time. */
export async function lockLineTree({ tx }: Context): Promise<TreeNode[]> {
  await sql`select pg_advisory_xact_lock(hashtext('product_line.parent_id'))`.execute(tx);
  return tx.selectFrom("product_line").select(["id", "parent_id as parentId"]).execute();
}

export async function isCodeTaken({ tx }: Context, code: string, exceptId?: string): Promise<boolean> {
  const holder = await tx.selectFrom("product_line").select("id").where("code", "=", code).executeTakeFirst();
  return holder !== undefined && holder.id !== exceptId;
}

export interface NewProductLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameSort: string;
  readonly parentId: string | null;
  readonly position: number;
}

export async function insertProductLine({ tx }: Context, line: NewProductLine): Promise<void> {
  const { id, code, name, nameSort, parentId, position } = line;
  await tx
    .insertInto("product_line")
    .values({ id, code, name, name_sort: nameSort, parent_id: parentId, position })
    .execute();
}

export async function updateProductLine(
  { tx }: Context,
  id: string,
  values: Partial<{
    code: string;
    name: string;
    name_sort: string;
    parent_id: string | null;
    position: number;
    active: boolean;
  }>,
): Promise<void> {
  if (Object.keys(values).length > 0) await tx.updateTable("product_line").set(values).where("id", "=", id).execute();
}
