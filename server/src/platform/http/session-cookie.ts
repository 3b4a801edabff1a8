import type { FastifyReply, FastifyRequest } from "fastify";

const NAME = "tongzhou";
/** Over https the name itself forbids other hosts and plain http to set the cookie (RFC 6265bis, `__Host-`). */
const SECURE_NAME = `__Host-${NAME}`;

/** The session cookie of a request. */
export function readSessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[isSecure(request) ? SECURE_NAME : NAME];
}

/** Hands the browser its session: not readable by scripts, not sent along by other sites' forms, `Secure` over https. */
export function giveSessionCookie(request: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void {
  const secure = isSecure(request);
  reply.setCookie(secure ? SECURE_NAME : NAME, value, {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/",
    maxAge: seconds,
  });
}

/** Takes the session back from the browser. */
export function takeSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  giveSessionCookie(request, reply, "", 0);
}

function isSecure(request: FastifyRequest): boolean {
  return request.protocol === "https" || request.server.publicUrl?.startsWith("https:") === true;
}
