import { contacts } from "@tongzhou/contract/contacts";

/** What views and filters of people ask the server. */
export const contactEndpoints = { fields: contacts.fields, count: contacts.count };
