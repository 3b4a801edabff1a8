import { readFileSync, statSync } from "node:fs";
import { ExplainedError } from "../config/explained-error.ts";

/** The system account a PostgreSQL process runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const PREFERRED_NAMES = ["postgres", "nobody", "daemon"];

/**
 * PostgreSQL refuses to run as root, so root lends it another account; everybody else runs it as themselves (undefined).
 * An existing cluster keeps the account that owns it, because PostgreSQL insists on owning its folder.
 * @throws ExplainedError when root has no account to lend, or the cluster belongs to root.
 */
export function chooseAccount(clusterFolder: string, passwdFile = "/etc/passwd"): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts(passwdFile);
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined) {
    if (owner.uid === 0) {
      throw new ExplainedError(
        `The database folder ${clusterFolder} belongs to root, and PostgreSQL does not run as root. ` +
          `Give it to another account: chown -R postgres "${clusterFolder}" (or nobody).`,
      );
    }
    const known = accounts.find((account) => account.uid === owner.uid);
    return { name: known?.name ?? String(owner.uid), uid: owner.uid, gid: owner.gid };
  }
  for (const name of PREFERRED_NAMES) {
    const account = accounts.find((candidate) => candidate.name === name && candidate.uid !== 0);
    if (account !== undefined) return account;
  }
  throw new ExplainedError(
    `PostgreSQL does not run as root, and ${passwdFile} has none of ${PREFERRED_NAMES.join(", ")}. ` +
      "Start as another user, or set DATABASE_URL.",
  );
}

function readAccounts(passwdFile: string): Account[] {
  return readFileSync(passwdFile, "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .flatMap(([name, , uid, gid]) =>
      name !== undefined && uid !== undefined && gid !== undefined
        ? [{ name, uid: Number(uid), gid: Number(gid) }]
        : [],
    );
}
