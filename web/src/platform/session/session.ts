import { useQuery } from "@tanstack/react-query";
import { session, type WhoAmI } from "@tongzhou/contract/people-session";
import { call } from "../http/call.ts";
import { isProblem, UnreachableError } from "../http/problem-error.ts";
import { queryClient, reading } from "../http/queries.ts";
import { chooseLanguage } from "../language/start-words.ts";
import { startLive, stopLive } from "../live/useLive.ts";
import { forgetReads, keepReads, recallReads } from "../offline/keep-reads.ts";
import { storedText } from "../../ui/hooks/stored-text.ts";

const whoAmI = reading(session.whoAmI);

let stopKeeping: () => void = () => undefined;
let begunFor: string | undefined;

/** Who is signed in; undefined when nobody is. Offline it is whoever was last here, with what they had read. */
export async function findSession(): Promise<WhoAmI | undefined> {
  try {
    const who = await queryClient.ensureQueryData(whoAmI);
    await begin(who);
    return who;
  } catch (failure) {
    if (isProblem(failure, "not_signed_in")) return undefined;
    if (failure instanceof UnreachableError) return recallSession();
    throw failure;
  }
}

async function recallSession(): Promise<WhoAmI | undefined> {
  await recallReads(queryClient, Date.now());
  return queryClient.getQueryData(whoAmI.queryKey);
}

/** Somebody has signed in: what they read is kept, what changes elsewhere is heard. */
export async function begin(who: WhoAmI): Promise<void> {
  if (begunFor === who.person.id) return;
  if (begunFor !== undefined) await end();
  begunFor = who.person.id;
  queryClient.setQueryData(whoAmI.queryKey, who);
  if (storedText.read("language") === null) await chooseLanguage(who.person.language);
  const keptFor = await recallReads(queryClient, Date.now());
  if (keptFor !== undefined && keptFor !== who.person.id) await forgetReads(queryClient);
  queryClient.setQueryData(whoAmI.queryKey, who);
  stopKeeping = keepReads(queryClient, who.person.id);
  startLive(leave);
}

async function end(): Promise<void> {
  begunFor = undefined;
  stopKeeping();
  stopLive();
  await forgetReads(queryClient);
}

/** The session is over, whoever ended it: everything read is forgotten and the door is shown. */
export function leave(): void {
  if (begunFor === undefined) return;
  const here = `${window.location.pathname}${window.location.search}`;
  // A fresh page, so that nothing of the person stays in memory.
  void end().then(() => window.location.assign(`/sign-in?to=${encodeURIComponent(here)}`));
}

/**
 * Does what ends this session with all its house and begins another: nothing that was read holds, and the first page is
 * fetched afresh. Meanwhile reads of the old session are refused, which is no reason to show the door.
 */
export async function startAfresh(beginAnew: () => Promise<unknown>): Promise<void> {
  const before = begunFor;
  begunFor = undefined;
  stopLive();
  try {
    await beginAnew();
  } catch (failure) {
    begunFor = before;
    startLive(leave);
    throw failure;
  }
  await end();
  window.location.assign("/");
}

/** Ends the session and shows the door. */
export async function signOut(): Promise<void> {
  await call(session.signOut);
  await end();
  window.location.assign("/sign-in");
}

/** Who is signed in. Only below the shell, which is not drawn for nobody. */
export function useSession(): WhoAmI {
  const { data } = useQuery(whoAmI);
  if (data === undefined) throw new Error("a part of the page that needs a session was drawn without one");
  return data;
}

/** Whether any role allows an action on an object at all; on which records is the server's decision. */
export function useMay(object: string, action: string): boolean {
  const { grants } = useSession();
  return grants.some((grant) => grant.object === object && grant.action === action && grant.scope !== "none");
}
