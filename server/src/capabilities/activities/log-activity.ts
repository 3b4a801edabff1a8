import type { NewActivity } from "@tongzhou/contract/activities";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Invalid, NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { standingAccounts } from "../accounts/index.ts";
import { acceptLeads, answersOf } from "../leads/index.ts";
import { planNextStep } from "../opportunities/index.ts";
import { EARLIEST_TOUCH, recordTouches } from "../touches/index.ts";
import { touchOfActivity } from "./domain/touch-of-activity.ts";
import { findAbout, findRecordIdentifier, insertActivity } from "./queries/activity-rows.ts";
import type { AboutRecord } from "./queries/activity-rows.ts";

export const LOG_ACTIVITY = operationKind("activity.log");

/** Clocks of phones are not ours. */
const AHEAD_MS = 5 * 60_000;

/** What became of it. */
export interface LoggedActivity {
  readonly activityId: string;
  readonly effective: boolean;
  readonly accepted: boolean;
}

/**
 * Logs what somebody did with a customer they follow, or with an opportunity on which they collaborate (R-ACC-1). Where the customer took part, one touch is written in the
 * same operation, which scores and wakes; a lead that waits for the caller's answer may be taken with it (row 7); the next
 * step that somebody says who may edit an opportunity becomes that opportunity's.
 * @throws NotFound; NotAllowed for a record one may only look at; Invalid `activity_in_future`; Refused
 * `activity_contact_missing`; what accepting a lead throws.
 */
export async function logActivity(context: Acting, typed: NewActivity): Promise<LoggedActivity> {
  const record = await findAbout(context, typed.object, typed.recordId);
  if (!record) throw new NotFound();
  if (!record.mayEdit && !record.helps) throw new NotAllowed();
  const at = momentOf(context, typed);
  const about = { ...record, ...(await standing(context, record)), contactId: withWhom(record, typed) };
  const touch = touchOfActivity(typed);
  const activityId = await insertActivity(context, about, typed, { at, effective: touch !== null });
  const identifierId =
    touch === null || about.contactId === null ? undefined : await findRecordIdentifier(context, about.contactId);
  if (touch !== null && identifierId !== undefined) {
    const { productLineId } = about;
    const details = { activityId };
    await recordTouches(context, [{ ...touch, identifierId, at, productLineId, title: typed.text, details }]);
  }
  if (typed.accept) answersOf(context.viewer, await acceptLeads(context, [typed.recordId]));
  if (typed.object === "opportunity" && typed.nextOn !== null && record.mayEdit) {
    await planNextStep(context, typed.recordId, { nextStep: typed.nextStep, nextStepOn: typed.nextOn });
  }
  await context.emit("activity.logged", [activityId]);
  return { activityId, effective: touch !== null, accepted: typed.accept };
}

function momentOf({ now }: Acting, { at }: NewActivity): Date {
  const moment = at === null ? now : new Date(at);
  if (moment.getTime() > now.getTime() + AHEAD_MS || moment < EARLIEST_TOUCH) {
    throw new Invalid([{ pointer: "/at", code: "activity_in_future" }], "activity_in_future");
  }
  return moment > now ? now : moment;
}

/** A company that is merged at this moment has given what is written of it to the one that goes on. */
async function standing(context: Acting, { accountId, homeAccountId }: AboutRecord) {
  if (accountId === null) return {};
  const [account] = await standingAccounts(context, [{ accountId, homeAccountId: homeAccountId ?? accountId }]);
  return account ?? {};
}

/** The person of the record, the one who was named, or the only one there is. */
function withWhom({ contactId, people }: AboutRecord, typed: NewActivity): string | null {
  if (contactId !== null) return contactId;
  if (typed.contactId !== null) {
    if (!people.includes(typed.contactId)) throw new Refused("activity_contact_missing");
    return typed.contactId;
  }
  return people.length === 1 ? (people[0] ?? null) : null;
}
