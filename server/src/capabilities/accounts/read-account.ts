import type { Viewing } from "../../platform/access/acting.ts";
import { findAccount } from "./queries/account-rows.ts";
import type { StoredAccount } from "./queries/account-rows.ts";

/** An account that the viewer may read, with who follows it; undefined for any other. @param action what they want to do with it. */
export const readAccount = (
  viewing: Pick<Viewing, "tx" | "viewer">,
  id: string,
  action = "read",
): Promise<StoredAccount | undefined> => findAccount(viewing, id, action);
