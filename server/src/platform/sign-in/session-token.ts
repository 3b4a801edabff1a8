import { createHmac, timingSafeEqual } from "node:crypto";

/** What the browser keeps: the token of the session, and proof that we gave it. */
export function signToken(token: string, secret: string): string {
  return `${token}.${signatureOf(token, secret)}`;
}

/** The token of a cookie that we signed; undefined for any other. Nobody can make us look up guessed tokens. */
export function readToken(cookie: string, secret: string): string | undefined {
  const border = cookie.lastIndexOf(".");
  if (border < 1) return undefined;
  const token = cookie.slice(0, border);
  const given = Buffer.from(cookie.slice(border + 1));
  const expected = Buffer.from(signatureOf(token, secret));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

function signatureOf(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("base64url");
}
