import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of the project (where `capability-map.json` is), found upwards from this file, so that the sources and the
 * bundle in `server/dist` find `db/migrations` and `web/dist` alike.
 * @throws Error when no such folder is above this file.
 */
export function projectFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "capability-map.json"))) return folder;
    if (folder === dirname(folder)) throw new Error(`no capability-map.json above ${start}`);
  }
}
