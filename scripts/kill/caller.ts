import { setTimeout as sleep } from "node:timers/promises";

const ANSWER_WITHIN_MS = 20_000;
const PATIENCE_MS = 120_000;
const AGAIN_AFTER_MS = 100;
const SERVER_ERROR = 500;

/** What a request is part of. */
export type Work = "import" | "routing" | "hand-off";

/** A request that somebody waits for. */
export interface Pending {
  readonly work: Work;
  readonly sentAt: number;
  /** The connection broke before the answer. */
  broken: boolean;
  readonly settled: Promise<unknown>;
}

/** All writing requests under way, whoever sent them. */
export const pending = new Set<Pending>();

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Sent more than once, so that an earlier one may have been heard. */
  readonly again: boolean;
}

export interface Request {
  readonly work: Work;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** Raw bytes instead of JSON. */
  readonly bytes?: string;
  /** Makes a repetition find the first answer. */
  readonly key?: string;
}

/** Somebody at a browser: signs in once, and sends again what was not answered. */
export class Caller {
  readonly #address: string;
  #cookie = "";

  constructor(address: string) {
    this.#address = address;
  }

  async signIn(email: string, password: string): Promise<void> {
    const response = await fetch(`${this.#address}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: this.#address },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status} ${await response.text()}`);
    this.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  }

  /** Sends until there is an answer; what the server could not do (5xx) counts as not answered. */
  async call(request: Request): Promise<Answer> {
    const until = Date.now() + PATIENCE_MS;
    for (let again = false; ; again = true) {
      const answer = await this.#send(request);
      if (answer && answer.status < SERVER_ERROR) return { ...answer, again };
      if (Date.now() > until)
        throw new Error(`${request.method} ${request.path} was not answered: ${JSON.stringify(answer)}`);
      await sleep(AGAIN_AFTER_MS);
    }
  }

  async #send({ work, method, path, body, bytes, key }: Request): Promise<Omit<Answer, "again"> | undefined> {
    const sending = fetch(`${this.#address}/api${path}`, {
      method,
      headers: {
        origin: this.#address,
        cookie: this.#cookie,
        ...(bytes === undefined ? {} : { "content-type": "application/octet-stream" }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      body: bytes ?? (body === undefined ? null : JSON.stringify(body)),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    }).then(async (response) => ({ status: response.status, body: await readBody(response) }));
    const request: Pending = {
      work,
      sentAt: performance.now(),
      broken: false,
      settled: sending.catch(() => undefined),
    };
    if (method !== "GET") pending.add(request);
    try {
      return await sending;
    } catch {
      request.broken = true;
      return undefined;
    } finally {
      pending.delete(request);
    }
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
}
