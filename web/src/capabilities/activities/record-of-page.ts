import type { ActivityObject } from "@tongzhou/contract/activities";

/** A record on which something is logged. */
export interface NotedRecord {
  object: ActivityObject;
  id: string;
}

const OBJECTS: Readonly<Record<string, ActivityObject>> = {
  leads: "lead",
  contacts: "contact",
  accounts: "account",
  opportunities: "opportunity",
};

const RECORD_PAGE = /^\/([a-z]+)\/([0-9a-f]{8}-[0-9a-f-]{27})$/;

/** The record whose page is at an address; undefined anywhere else. */
export function recordOfPage(pathname: string): NotedRecord | undefined {
  const [, folder = "", id = ""] = RECORD_PAGE.exec(pathname) ?? [];
  const object = OBJECTS[folder];
  return object === undefined ? undefined : { object, id };
}
