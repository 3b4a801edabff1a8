import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** How clients reach an embedded server where there are no Unix sockets (Windows): a loopback port and a password. */
export interface LoopbackAccess {
  readonly port: number;
  readonly password: string;
}

const PASSWORD_FILE = "database-password";
const PASSWORD_BYTES = 32;

/** Chooses a free loopback port and reads, or at the first start makes, the password of the data folder. */
export async function loopbackAccess(dataFolder: string): Promise<LoopbackAccess> {
  const file = join(dataFolder, PASSWORD_FILE);
  if (!existsSync(file)) writeFileSync(file, randomBytes(PASSWORD_BYTES).toString("base64url"), { mode: 0o600 });
  return { port: await freeLoopbackPort(), password: readFileSync(file, "utf8").trim() };
}

function freeLoopbackPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
