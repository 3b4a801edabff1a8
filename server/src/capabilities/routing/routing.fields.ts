import { fieldSet } from "../../platform/conditions/index.ts";
import { accountFieldList } from "../accounts/index.ts";
import { contactFieldList } from "../contacts/index.ts";
import { leadFieldList } from "../leads/index.ts";
import { leadScorePart } from "../standards/index.ts";

/** What routing rules may ask: the lead and its score, its contact and its account. */
export const routingFields = fieldSet(leadFieldList, leadScorePart.fields, contactFieldList, accountFieldList);
