import { ExplainedError } from "../config/explained-error.ts";
import { isLoopback } from "./is-loopback.ts";

/**
 * The demo's passwords are printed at every start and written in the documentation, so while they are in force nobody
 * else may reach the program.
 * @throws ExplainedError when the host is not this machine's loopback and demo passwords are in force.
 */
export function refusePublicBind(host: string, demoPasswordsInForce: boolean): void {
  if (!demoPasswordsInForce || isLoopback(host)) return;
  throw new ExplainedError(
    `TONGZHOU_HOST: with ${host} others could reach this program and sign in with the demo's passwords, which everybody knows. ` +
      'Leave TONGZHOU_HOST out, remove the demo (Settings, "start with my company"), or use another TONGZHOU_DATA_DIR with TONGZHOU_DEMO=0.',
  );
}
