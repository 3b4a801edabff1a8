import type { ContactRow } from "@tongzhou/contract/contacts";
import { exportSource } from "../../platform/lists/export-source.ts";
import type { ExportColumn, ExportSource } from "../../platform/lists/export-source.ts";
import { regionPath } from "../accounts/index.ts";
import { CONTACT, fieldOfIdentifier } from "./contacts.access.ts";
import { readablePhone } from "./domain/readable-phone.ts";
import { presentContactRow } from "./present-contact.ts";
import { contactList } from "./queries/contact-list.ts";
import type { RecordsNamed } from "./queries/contact-list.ts";

const governed = (field: "phone" | "email" | "wechat" | "job") => ({ object: CONTACT, field });

/** What the contact is met by in one of the ways, the strongest first. */
const met = ({ identifiers }: ContactRow, way: "phone" | "email" | "wechat"): string[] =>
  identifiers
    .filter(({ kind }) => fieldOfIdentifier(kind) === way)
    .map(({ value }) => (way === "phone" ? readablePhone(value) : value));

const further = (contact: ContactRow): string =>
  (["phone", "email", "wechat"] as const).flatMap((way) => met(contact, way).slice(1)).join(" / ");

const COLUMNS: readonly ExportColumn<ContactRow>[] = [
  { id: "name", kind: "text", cell: ({ name }) => name },
  {
    id: "title",
    kind: "text",
    governed: governed("job"),
    cell: ({ title, account }) => title ?? account?.title ?? null,
  },
  { id: "account", kind: "text", cell: ({ account }) => account?.name ?? null },
  { id: "phone", kind: "phone", governed: governed("phone"), cell: (contact) => met(contact, "phone")[0] ?? null },
  { id: "email", kind: "text", governed: governed("email"), cell: (contact) => met(contact, "email")[0] ?? null },
  { id: "wechat", kind: "text", governed: governed("wechat"), cell: (contact) => met(contact, "wechat")[0] ?? null },
  { id: "further", kind: "text", governed: governed("phone"), cell: further },
  { id: "owner", kind: "text", cell: ({ owner }) => owner?.name ?? null },
  { id: "region", kind: "text", cell: ({ regionCode }) => (regionCode === null ? null : regionPath(regionCode)) },
];

/** Contacts as a list that can be taken out of the house. */
export const exportedContacts = (named?: RecordsNamed): ExportSource =>
  exportSource({
    name: "contact",
    object: CONTACT,
    list: () => contactList(named),
    present: (rows, { viewer }) => rows.map((row) => presentContactRow(viewer, row)),
    columns: COLUMNS,
  });
