import { createContext, useContext } from "react";
import { useSession } from "../session/session.ts";
import type { Beginning, Place, ShellPieces } from "./shell-types.ts";

export const ShellPiecesContext = createContext<ShellPieces>({
  places: [],
  phonePlaces: [],
  beginnings: [],
  phoneBeginning: "",
});

export const useShellPieces = (): ShellPieces => useContext(ShellPiecesContext);

/** The places that are for whoever is signed in, in their groups; those aside only where they are asked for. */
export function usePlaces({ aside = false } = {}): readonly (readonly Place[])[] {
  const { places } = useShellPieces();
  const who = useSession();
  const isShown = (place: Place): boolean => place.isFor(who) && (aside || place.aside !== true);
  return places.map((group) => group.filter(isShown)).filter((group) => group.length > 0);
}

/** What whoever is signed in can begin from anywhere. */
export function useBeginnings(): readonly Beginning[] {
  const { beginnings } = useShellPieces();
  const who = useSession();
  return beginnings.filter((beginning) => beginning.isFor(who));
}
