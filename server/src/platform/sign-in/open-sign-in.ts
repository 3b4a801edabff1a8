import type { Pool } from "pg";
import type { AccessDirectory } from "../access/access-directory.ts";
import { Viewer } from "../access/viewer.ts";
import type { PeopleSnapshot, SnapshotPerson } from "../access/people-snapshot.ts";
import type { Broadcasts } from "../events/listen-to-broadcasts.ts";
import type { Credentials, Doorkeeper, Identity } from "../http/http.ts";
import { ApiKeys } from "./api-keys.ts";
import { Passwords } from "./passwords.ts";
import { readSecret } from "./read-secret.ts";
import { Sessions } from "./sessions.ts";
import { openSignInLibrary } from "./sign-in-library.ts";

/** Everything about signing in that is not a business row. */
export interface SignIn {
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly keys: ApiKeys;
  readonly doorkeeper: Doorkeeper;
  /** The people as this process knows them; `forget` it after changing them. */
  readonly directory: AccessDirectory;
  close(): Promise<void>;
}

/**
 * Opens passwords, sessions and keys, and the door in front of all requests.
 * @param broadcasts where ends of sessions and changes of people are heard; without it they are noticed within seconds.
 */
export async function openSignIn(pool: Pool, directory: AccessDirectory, broadcasts?: Broadcasts): Promise<SignIn> {
  const secret = await readSecret(pool, "session");
  const library = openSignInLibrary(pool, secret);
  const sessions = new Sessions(library, secret);
  const keys = new ApiKeys(library);
  const forgetSignIns = (): void => {
    sessions.forget();
    keys.forget();
  };
  const stopListening = broadcasts?.listen({
    onMessage({ topic }) {
      if (topic === "signIn") forgetSignIns();
      if (topic === "people") directory.forget();
    },
    onGap() {
      forgetSignIns();
      directory.forget();
    },
  });
  return {
    passwords: new Passwords(library),
    sessions,
    keys,
    directory,
    doorkeeper: { identify: (credentials) => identify(credentials, sessions, keys, directory) },
    async close() {
      stopListening?.();
      await library.close();
    },
  };
}

async function identify(
  { cookie, key }: Credentials,
  sessions: Sessions,
  keys: ApiKeys,
  directory: AccessDirectory,
): Promise<Identity | undefined> {
  if (key !== undefined) {
    const open = await keys.find(key);
    const known = open && (await knownPerson(directory, open.signInId));
    return known && { viewer: new Viewer(known.snapshot, known.person, open.permissions) };
  }
  const session = cookie === undefined ? undefined : await sessions.find(cookie);
  const known = session && (await knownPerson(directory, session.signInId));
  if (!known) return undefined;
  const { id: sessionId, renewed } = session;
  return { viewer: viewerOf(known.snapshot, known.person), sessionId, ...(renewed ? { renewed } : {}) };
}

/** Somebody who left cannot enter, whatever they still hold. */
async function knownPerson(
  directory: AccessDirectory,
  signInId: string,
): Promise<{ snapshot: PeopleSnapshot; person: SnapshotPerson } | undefined> {
  const snapshot = await directory.snapshot();
  const person = snapshot.personBySignIn(signInId);
  return person?.active ? { snapshot, person } : undefined;
}

const viewers = new WeakMap<PeopleSnapshot, Map<string, Viewer>>();

/** One viewer a person and snapshot: what was resolved for one request serves the next. */
function viewerOf(snapshot: PeopleSnapshot, person: SnapshotPerson): Viewer {
  const known = viewers.get(snapshot) ?? new Map<string, Viewer>();
  viewers.set(snapshot, known);
  const viewer = known.get(person.id) ?? new Viewer(snapshot, person);
  known.set(person.id, viewer);
  return viewer;
}
