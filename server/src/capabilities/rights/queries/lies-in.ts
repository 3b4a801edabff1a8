import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";

/** Whether a company lies in the territory of a row called `rule`. */
export const liesIn = (alias: string): RawBuilder<SqlBool> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<SqlBool>`published.account_in_territory(
    ${column("kind")}, ${column("region_code")}, ${column("industry_code")}, ${column("size_band")}, rule
  )`;
};
