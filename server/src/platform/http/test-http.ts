import pino from "pino";
import type { Logger } from "pino";
import { afterAll } from "vitest";
import type { Endpoint, InputOf } from "@tongzhou/contract/endpoint";
import type { Problem } from "@tongzhou/contract/problem";
import type { AccessDirectory } from "../access/access-directory.ts";
import { Viewer } from "../access/viewer.ts";
import type { House } from "../ledger/context.ts";
import { Metrics } from "../metrics/metrics.ts";
import type { BothMessages } from "../problems/sentences.ts";
import type { Doorkeeper, Http, RegisteredEndpoint } from "./http.ts";
import { openHttp } from "./open-http.ts";
import { API_PREFIX } from "./register-endpoint.ts";

export interface TestAnswer {
  readonly status: number;
  /** What came back, parsed. */
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any -- tests look into answers of every shape
  readonly problem: Problem;
  readonly headers: Record<string, string | number | string[] | undefined>;
  readonly operationId: string | undefined;
}

/** Somebody of the tests at their browser. */
export interface TestCaller {
  call<E extends Endpoint>(
    endpoint: E,
    input?: Partial<InputOf<E>>,
    headers?: Record<string, string>,
  ): Promise<TestAnswer>;
}

export interface TestHttp extends Http {
  readonly endpoints: RegisteredEndpoint[];
  /** Calls as this person, or as nobody. No password is needed: the tests' doorkeeper believes the cookie. */
  as(personId: string | null): TestCaller;
  /** Calls as this person by an API key with these permissions. */
  withKey(personId: string, permissions: readonly string[]): TestCaller;
}

export interface TestHttpOptions {
  readonly house: House;
  readonly directory: AccessDirectory;
  readonly messages?: readonly BothMessages[];
  /** Registers the endpoints under test. */
  readonly register: (http: Http) => void;
  /** A real doorkeeper, for tests of signing in. */
  readonly doorkeeper?: Doorkeeper;
  readonly log?: Logger;
  readonly metrics?: Metrics;
  readonly publicUrl?: string;
}

const HOST = "tongzhou.test";

/** An HTTP server with a capability's endpoints and without a port, closed when the test file ends. */
export async function openTestHttp(options: TestHttpOptions): Promise<TestHttp> {
  const { house, directory } = options;
  const doorkeeper = options.doorkeeper ?? believingDoorkeeper(directory);
  const { log = pino({ level: "silent" }), metrics = new Metrics(), publicUrl } = options;
  const opened = await openHttp({ house, doorkeeper, log, metrics, publicUrl });
  const http: Http = { ...opened, capability: "test" };
  for (const messages of options.messages ?? []) http.phrases.add(messages);
  options.register(http);
  await http.app.ready();
  afterAll(() => http.app.close());
  return {
    ...http,
    as: (personId) => caller(http, personId === null ? {} : { cookie: `tongzhou=${personId}` }),
    withKey: (personId, permissions) => caller(http, { "x-api-key": [personId, ...permissions].join(" ") }),
  };
}

/** Takes the cookie for the person's id, and a key for the id and the permissions. */
function believingDoorkeeper(directory: AccessDirectory): Doorkeeper {
  return {
    async identify({ cookie, key }) {
      const [id = "", ...permissions] = (key ?? cookie ?? "").split(" ");
      const snapshot = await directory.snapshot();
      const person = snapshot.people.get(id);
      if (!person?.active) return undefined;
      if (key !== undefined) return { viewer: new Viewer(snapshot, person, permissions) };
      return { viewer: new Viewer(snapshot, person), sessionId: `session of ${id}` };
    },
  };
}

function caller({ app }: Http, identification: Record<string, string>): TestCaller {
  return {
    async call(endpoint, input = {}, headers = {}) {
      const { params = {}, query = {}, body } = input as { params?: object; query?: object; body?: object };
      const answer = await app.inject({
        method: endpoint.method,
        url: `${API_PREFIX}${fillPath(endpoint.path, params)}${queryText(query)}`,
        headers: { host: HOST, origin: `http://${HOST}`, ...identification, ...headers },
        ...(body === undefined ? {} : { payload: body }),
      });
      const parsed: unknown = answer.payload === "" ? undefined : JSON.parse(answer.payload);
      const operationId = answer.headers["operation-id"];
      return {
        status: answer.statusCode,
        body: parsed,
        problem: parsed as Problem,
        headers: answer.headers,
        operationId: typeof operationId === "string" ? operationId : undefined,
      };
    },
  };
}

function fillPath(path: string, params: object): string {
  return path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  );
}

function queryText(query: object): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? "" : `?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
}
