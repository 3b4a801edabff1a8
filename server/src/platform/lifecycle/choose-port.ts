import { createServer } from "node:net";
import { ExplainedError } from "../config/explained-error.ts";
import type { Config } from "../config/read-config.ts";

const PORTS_TRIED = 20;

/**
 * Chooses the port to listen on: the one that was set, or from the default on the next that is free.
 * @throws ExplainedError naming the variable when a port that was set is taken or not allowed, or the host is not ours.
 */
export async function choosePort(config: Pick<Config, "host" | "port" | "portWasSet">): Promise<number> {
  for (let port = config.port; port < config.port + PORTS_TRIED; port += 1) {
    const problem = await tryPort(config.host, port);
    if (problem === undefined) return port;
    if (problem === "EADDRNOTAVAIL" || problem === "ENOTFOUND") {
      throw new ExplainedError(
        `TONGZHOU_HOST: ${config.host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`,
      );
    }
    if (config.portWasSet) throw new ExplainedError(explainPort(port, problem));
  }
  throw new ExplainedError(
    `The ports ${config.port} to ${config.port + PORTS_TRIED - 1} are all in use. Set TONGZHOU_PORT to a free one.`,
  );
}

function explainPort(port: number, problem: string): string {
  if (problem === "EADDRINUSE") {
    return `TONGZHOU_PORT: port ${port} is in use by another program. Stop it, or choose another port.`;
  }
  if (problem === "EACCES") {
    return `TONGZHOU_PORT: you may not use port ${port}; ports below 1024 are for administrators. Choose a higher one.`;
  }
  return `TONGZHOU_PORT: port ${port} cannot be used (${problem}).`;
}

/** Binds and lets go again; a server that failed to listen is not sure to listen at a second try. */
function tryPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ host, port }, () => void probe.close(() => resolve(undefined)));
  });
}
