import { createContext, useContext } from "react";
import { useSession } from "../session/session.ts";
import type { Place, ShellPieces } from "./shell-types.ts";

export const ShellPiecesContext = createContext<ShellPieces>({ places: [], phonePlaces: [] });

export const useShellPieces = (): ShellPieces => useContext(ShellPiecesContext);

/** The places that are for whoever is signed in, in their groups. */
export function usePlaces(): readonly (readonly Place[])[] {
  const { places } = useShellPieces();
  const who = useSession();
  return places.map((group) => group.filter((place) => place.isFor(who))).filter((group) => group.length > 0);
}
