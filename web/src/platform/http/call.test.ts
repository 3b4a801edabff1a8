import { endpoint } from "@tongzhou/contract/endpoint";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { connection } from "../offline/connection.ts";
import { act, call, whenSignedOut } from "./call.ts";
import { ProblemError, UnexpectedAnswerError, UnreachableError } from "./problem-error.ts";

const accept = endpoint({
  id: "leads.accept",
  method: "POST",
  path: "/leads/:leadId/acceptance",
  summary: "The rep takes the lead.",
  params: z.object({ leadId: z.string() }),
  query: z.object({ notify: z.boolean().optional(), tag: z.array(z.string()).optional() }),
  body: z.object({ note: z.string() }),
  response: z.object({ stage: z.string() }),
});
const list = endpoint({
  id: "leads.list",
  method: "GET",
  path: "/leads",
  summary: "Leads.",
  response: z.object({ rows: z.array(z.string()) }),
});

const input = { params: { leadId: "a b" }, query: { tag: ["A1", "防爆"] }, body: { note: "先问罐区" } };

interface Sent {
  address: string;
  init: RequestInit & { headers: Record<string, string> };
}

function answerWith(status: number, body: unknown, headers: Record<string, string> = {}): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (address: string, init: Sent["init"]) => {
    sent.push({ address, init });
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
  });
  return sent;
}

afterEach(() => vi.unstubAllGlobals());

describe("a call", () => {
  it("fills in the address, sends the body and gives the parsed answer with the operation", async () => {
    const sent = answerWith(200, { stage: "sql", secret: "x" }, { "operation-id": "op-1" });
    expect(await act(accept, input)).toEqual({ answer: { stage: "sql" }, operationId: "op-1" });
    expect(sent[0]?.address).toBe(`/api/leads/a%20b/acceptance?tag=A1&tag=${encodeURIComponent("防爆")}`);
    expect(sent[0]?.init.body).toBe(JSON.stringify(input.body));
    expect(sent[0]?.init.headers["accept-language"]).toBe("zh-CN");
  });

  it("gives every POST a key of its own, and a second try the key it is told", async () => {
    const sent = answerWith(200, { stage: "sql" });
    await call(accept, input);
    await call(accept, input);
    await call(accept, input, { idempotencyKey: "same" });
    const keys = sent.map(({ init }) => init.headers["idempotency-key"]);
    expect(keys[0]).not.toBe(keys[1]);
    expect(keys[2]).toBe("same");
  });

  it("sends no key and no body when it only reads", async () => {
    const sent = answerWith(200, { rows: ["刘建国"] });
    expect(await call(list)).toEqual({ rows: ["刘建国"] });
    expect(sent[0]?.init.headers).not.toHaveProperty("idempotency-key");
    expect(sent[0]?.init).not.toHaveProperty("body");
  });

  it("turns problem details into an error that speaks the server's sentence", async () => {
    answerWith(409, {
      type: "urn:tongzhou:problem:already_taken",
      title: "没有保存：王倩刚刚接受了这条线索。",
      status: 409,
      code: "already_taken",
      fields: [{ pointer: "/note", code: "field.too_long", message: "太长" }],
    });
    const failure = await call(accept, input).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProblemError);
    expect(failure).toMatchObject({
      code: "already_taken",
      status: 409,
      message: "没有保存：王倩刚刚接受了这条线索。",
    });
    expect((failure as ProblemError).field("/note")).toBe("太长");
  });

  it("tells the page when nobody is signed in any more", async () => {
    answerWith(401, { type: "x", title: "请登录", status: 401, code: "not_signed_in" });
    const signedOut = vi.fn();
    whenSignedOut(signedOut);
    await expect(call(list)).rejects.toBeInstanceOf(ProblemError);
    expect(signedOut).toHaveBeenCalledOnce();
  });

  it("does not pass on an answer that is not in the contract", async () => {
    answerWith(200, { rows: [1, 2] });
    await expect(call(list)).rejects.toBeInstanceOf(UnexpectedAnswerError);
    answerWith(502, undefined);
    await expect(call(list)).rejects.toBeInstanceOf(UnexpectedAnswerError);
  });

  it("marks the page as offline when nobody answers, and as online with the next answer", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(call(list)).rejects.toBeInstanceOf(UnreachableError);
    expect(connection.get().reachable).toBe(false);
    answerWith(200, { rows: [] });
    await call(list);
    expect(connection.get().reachable).toBe(true);
  });
});
