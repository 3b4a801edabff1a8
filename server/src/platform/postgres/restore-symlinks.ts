import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

const LinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Recreates the library links that an npm package cannot carry (libpq.so.5 and the like), from the list in the package.
 * The package does it in its own postinstall script; this covers `npm ci --ignore-scripts` and managers that forbid scripts.
 * @returns the names of the links that were missing and are there now.
 */
export function restoreSymlinks(nativeFolder: string): string[] {
  const listFile = join(nativeFolder, "pg-symlinks.json");
  if (!existsSync(listFile)) return [];
  const packageFolder = dirname(nativeFolder);
  const made: string[] = [];
  for (const { source, target } of LinkList.parse(JSON.parse(readFileSync(listFile, "utf8")))) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    // A link that exists but leads nowhere: existsSync follows it, lstat does not.
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) rmSync(link);
    symlinkSync(basename(source), link);
    made.push(basename(target));
  }
  return made;
}
