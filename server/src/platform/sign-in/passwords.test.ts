import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { Passwords, makePassword } from "./passwords.ts";
import { readSecret } from "./read-secret.ts";
import { readToken, signToken } from "./session-token.ts";
import { openSignInLibrary } from "./sign-in-library.ts";
import type { SignInLibrary } from "./sign-in-library.ts";

let database: TestDatabase;
let library: SignInLibrary;
let passwords: Passwords;

beforeAll(async () => {
  database = await createTestDatabase();
  library = openSignInLibrary(database.pool, await readSecret(database.pool, "session"));
  passwords = new Passwords(library);
});
afterAll(() => library.close());

describe("a password", () => {
  test("is kept as a scrypt hash under a sign-in that names nobody", async () => {
    const id = await passwords.create("一条小船-2025");
    expect(await passwords.check(id, "一条小船-2025")).toBe(true);
    expect(await passwords.check(id, "一条小船-2026")).toBe(false);
    await passwords.replace(id, "两条小船-2025");
    expect(await passwords.check(id, "一条小船-2025")).toBe(false);
    expect(await passwords.check(id, "两条小船-2025")).toBe(true);
    const { rows } = await database.pool.query(
      'select u.email, a.password from auth."user" as u join auth.account as a on a."userId" = u.id where u.id = $1',
      [id],
    );
    expect(rows).toEqual([
      {
        email: expect.stringMatching(/^[0-9a-f-]{36}@sign-in\.invalid$/),
        password: expect.stringMatching(/^[0-9a-f]{32}:[0-9a-f]{128}$/),
      },
    ]);
  });

  test("of nobody costs a hash all the same, so that the time does not tell who exists", async () => {
    const { password } = await library.auth.$context;
    const hash = vi.spyOn(password, "hash");
    expect(await passwords.check(null, "guess")).toBe(false);
    expect(await passwords.check("00000000-0000-7000-8000-000000000000", "guess")).toBe(false);
    expect(hash).toHaveBeenCalledTimes(2);
    hash.mockRestore();
  });

  test("made for somebody else is new each time and free of letters that look alike", () => {
    const made = Array.from({ length: 200 }, makePassword);
    expect(new Set(made).size).toBe(200);
    for (const password of made) expect(password).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
  });
});

test("a secret is made once, also when two processes ask at the same time", async () => {
  const secrets = await Promise.all(Array.from({ length: 6 }, () => readSecret(database.pool, "pepper")));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]?.length).toBeGreaterThan(40);
  expect(await readSecret(database.pool, "another")).not.toBe(secrets[0]);
});

test("a token is read back only from a cookie that was signed with the same secret", () => {
  const cookie = signToken("abc", "one secret");
  expect(readToken(cookie, "one secret")).toBe("abc");
  expect(readToken(cookie, "another secret")).toBeUndefined();
  expect(readToken(cookie.replace("abc", "abd"), "one secret")).toBeUndefined();
});
