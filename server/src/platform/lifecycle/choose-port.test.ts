import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { ExplainedError } from "../config/explained-error.ts";
import { choosePort } from "./choose-port.ts";
import { isLoopback } from "./is-loopback.ts";
import { refusePublicBind } from "./refuse-public-bind.ts";

const HOST = "127.0.0.1";
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function occupy(port = 0): Promise<number> {
  const server = createServer();
  servers.push(server);
  server.listen(port, HOST);
  await once(server, "listening");
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

test("a default port in use gives way to the next free one", async () => {
  const taken = await occupy();
  const chosen = await choosePort({ host: HOST, port: taken, portWasSet: false });
  expect(chosen).toBeGreaterThan(taken);
  expect(await occupy(chosen)).toBe(chosen);
});

test("a port that was set and is in use is an error that names the variable", async () => {
  const taken = await occupy();
  await expect(choosePort({ host: HOST, port: taken, portWasSet: true })).rejects.toThrow(
    `TONGZHOU_PORT: port ${taken} is in use by another program.`,
  );
});

test("an address of another machine is an error that names the variable", async () => {
  const choice = choosePort({ host: "203.0.113.7", port: 3000, portWasSet: false });
  await expect(choice).rejects.toThrow("TONGZHOU_HOST: 203.0.113.7 is not an address of this machine.");
});

test("only addresses that stay on this machine are loopback", () => {
  for (const host of ["127.0.0.1", "127.9.9.9", "::ffff:127.0.0.1", "::1", "localhost"])
    expect(isLoopback(host)).toBe(true);
  for (const host of ["0.0.0.0", "::", "192.168.1.5", "127.example.com", "localhost.example"]) {
    expect(isLoopback(host)).toBe(false);
  }
});

test("a public address is refused exactly while demo passwords are in force", () => {
  expect(() => refusePublicBind("0.0.0.0", true)).toThrow(ExplainedError);
  expect(() => refusePublicBind("0.0.0.0", false)).not.toThrow();
  expect(() => refusePublicBind("127.0.0.1", true)).not.toThrow();
});
