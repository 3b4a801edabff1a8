import type { MergeField } from "@tongzhou/contract/identity";
import {
  contactHomes,
  lockMergingContacts,
  mayEditContact,
  mayTakeContactFacts,
  readMergingContacts,
  writeContactFacts,
} from "../../contacts/index.ts";
import type { Mergeable } from "./mergeable.ts";

/** How contacts are merged. */
export const contactMerging: Mergeable<MergeField> = {
  homes: contactHomes,
  merges: {
    merge: "contact_merge",
    end: "contact_merge_end",
    identifiers: "published.identifier",
    home: "home_contact_id",
  },
  columns: {
    name: "name",
    title: "title",
    jobFunction: "job_function",
    jobLevel: "job_level",
    regionCode: "region_code",
    language: "language",
    note: "note",
    ownerId: "owner_id",
  },
  stands: new Set(["ownerId"]),
  texts: new Set(["name", "title", "note"]),
  lock: lockMergingContacts,
  read: readMergingContacts,
  write: writeContactFacts,
  mayEdit: mayEditContact,
  mayTake: mayTakeContactFacts,
};
