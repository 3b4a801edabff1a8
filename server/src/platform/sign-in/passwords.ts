import { randomInt, randomUUID } from "node:crypto";
import type { SignInLibrary } from "./sign-in-library.ts";

/** Without 0 O 1 l I: a first password is read out and typed. */
const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Passwords, kept by the sign-in library as scrypt hashes. */
export class Passwords {
  readonly #library: SignInLibrary;

  constructor(library: SignInLibrary) {
    this.#library = library;
  }

  /** Makes a sign-in with a password. @returns its id, for `person.sign_in_id`. */
  async create(password: string): Promise<string> {
    const { internalAdapter, password: hashing } = await this.#library.auth.$context;
    const word = randomUUID();
    const user = await internalAdapter.createUser(
      { name: word, email: `${word}@sign-in.invalid`, emailVerified: true },
      { method: "email-password" } as never,
    );
    await internalAdapter.createAccount({
      userId: user.id,
      providerId: "credential",
      accountId: user.id,
      password: await hashing.hash(password),
    });
    return user.id;
  }

  /** Replaces a password. */
  async replace(signInId: string, password: string): Promise<void> {
    const { internalAdapter, password: hashing } = await this.#library.auth.$context;
    await internalAdapter.updatePassword(signInId, await hashing.hash(password));
  }

  /**
   * Whether a password is right. For nobody it takes as long as for somebody, so that the time does not tell which
   * addresses are known.
   */
  async check(signInId: string | null | undefined, password: string): Promise<boolean> {
    const { internalAdapter, password: hashing } = await this.#library.auth.$context;
    const account = signInId ? await internalAdapter.findCredentialAccount(signInId) : null;
    if (!account?.password) {
      await hashing.hash(password);
      return false;
    }
    return hashing.verify({ hash: account.password, password });
  }
}

/** A first password for somebody else to change: 80 bits, easy to read out. */
export function makePassword(): string {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)] ?? "").join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
