import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClusterPlace } from "./place-cluster.ts";

// sockaddr_un holds 104 bytes on macOS and 108 on Linux, the final zero included.
const LONGEST_SOCKET_PATH = 100;
const SOCKET_FILE = "/.s.PGSQL.5432";

/**
 * A folder for the server's socket that nobody but its account may enter: beside the cluster, or, when that path is too
 * long for a socket, in the system's temporary folder under a name made from it.
 */
export function socketFolder(place: ClusterPlace): string {
  const beside = join(place.folder, "socket");
  if (Buffer.byteLength(beside) + SOCKET_FILE.length <= LONGEST_SOCKET_PATH) return ownFolder(beside, place);
  const hash = createHash("sha256").update(place.folder).digest("hex").slice(0, 16);
  const short = join(tmpdir(), `tongzhou-${hash}`);
  return isOwnOrAbsent(short, place) ? ownFolder(short, place) : ownFolder(mkdtempSync(`${short}-`), place);
}

function ownFolder(folder: string, place: ClusterPlace): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (place.account !== undefined) chownSync(folder, place.account.uid, place.account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

/** Anybody may make folders in the temporary folder; one of somebody else must not become the door to the database. */
function isOwnOrAbsent(folder: string, place: ClusterPlace): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return true;
  return found.isDirectory() && found.uid === (place.account?.uid ?? process.getuid?.() ?? found.uid);
}
