import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../project-folder.ts";

/** What the house itself declares, before any capability. */
const HOUSE_FILES = ["ledger", "platform", "auth"];

/** The files of `db/schema` in an order in which references resolve: a capability after everything it depends on. */
export async function readSchemaFiles(root = projectFolder()): Promise<{ name: string; sql: string }[]> {
  const map = JSON.parse(await readFile(join(root, "capability-map.json"), "utf8")) as Record<string, string[]>;
  const ordered = new Set(HOUSE_FILES);
  const visit = (capability: string): void => {
    map[capability]?.forEach(visit);
    ordered.add(capability);
  };
  for (const capability of Object.keys(map)) visit(capability);
  const present = [...ordered].filter((name) => existsSync(join(root, "db", "schema", `${name}.sql`)));
  return Promise.all(
    present.map(async (name) => ({ name, sql: await readFile(join(root, "db", "schema", `${name}.sql`), "utf8") })),
  );
}
