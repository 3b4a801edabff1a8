import { useNavigate, useSearch } from "@tanstack/react-router";
import type { WhoAmI } from "@tongzhou/contract/people-session";
import { begin } from "./session.ts";

/** Only an address of our own: a link in a mail must not lead elsewhere by way of our door. */
const isOurs = (address: unknown): address is string =>
  typeof address === "string" && /^\/(?![/\\])/.test(address) && !address.startsWith("/sign-in");

/** Begins the session and goes to where the person wanted to go. */
export function useEnter(): (who: WhoAmI) => Promise<void> {
  const navigate = useNavigate();
  const { to } = useSearch({ strict: false }) as { to?: unknown };
  return async (who) => {
    await begin(who);
    await navigate({ href: isOurs(to) ? to : "/", replace: true });
  };
}
