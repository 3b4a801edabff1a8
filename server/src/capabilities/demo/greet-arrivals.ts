import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { companyKey, sortCompanyName } from "../accounts/index.ts";
import { captureLeads } from "../capture/index.ts";
import type { CaptureDraft } from "../capture/index.ts";
import { attachContacts, normaliseIdentifier, sortName } from "../contacts/index.ts";
import type { ContactDraft } from "../contacts/index.ts";
import { recordTouches } from "../touches/index.ts";
import type { TouchKind } from "../touches/index.ts";
import type { DemoArrival } from "./domain/demo-book.ts";
import type { DemoHouse } from "./life/demo-house.ts";
import { idOf } from "./prepare-demo.ts";
import type { PreparedDemo } from "./prepare-demo.ts";

const CAPTURE_LEADS = operationKind("lead.capture_form");
const MINUTE_MS = 60_000;

/** A lead with what the plan says of it, which nobody in the company knows. */
export interface GreetedLead {
  readonly leadId: string;
  readonly quality: number;
  readonly lineKey: string | null;
}

/** When an arrival happens, on the clock of the demo. */
export const momentOf = (today: Date, minutesAgo: number): Date => new Date(today.getTime() - minutesAgo * MINUTE_MS);

/**
 * Takes in people as their forms, seats and scans come: what they read before hangs on them first, then they become leads
 * and are judged. The months of their touches must exist (`prepareTouchMonths`).
 * @returns the leads they are now, with what the plan says of them.
 */
export async function greetArrivals(
  demo: DemoHouse,
  prepared: PreparedDemo,
  arrivals: readonly DemoArrival[],
): Promise<GreetedLead[]> {
  if (arrivals.length === 0) return [];
  const captured = await demo.actAsSystem(CAPTURE_LEADS, async (context) => {
    await recordEarlier(context, prepared, arrivals);
    return captureLeads(
      context,
      arrivals.map((arrival) => draftOf(arrival, prepared)),
    );
  });
  return captured.flatMap(({ leadId }, place) => {
    const arrival = arrivals[place];
    return leadId === null || !arrival ? [] : [{ leadId, quality: arrival.quality, lineKey: arrival.lineKey }];
  });
}

async function recordEarlier(
  context: Parameters<typeof recordTouches>[0],
  prepared: PreparedDemo,
  arrivals: readonly DemoArrival[],
): Promise<void> {
  const curious = arrivals.filter((arrival) => arrival.touches.length > 1);
  const met = await attachContacts(
    context,
    curious.map((arrival) => ({
      ...contactOf(arrival),
      accountId: null,
      at: momentOf(prepared.today, arrival.minutesAgo),
    })),
  );
  const touches = curious.flatMap((arrival, place) =>
    arrival.touches.slice(1).map((touch) => ({
      identifierId: met[place]?.identifierId ?? "",
      at: momentOf(prepared.today, arrival.minutesAgo + touch.minutesEarlier),
      kind: touch.kind as TouchKind,
      title: touch.title,
      channel: "website",
      productLineId: arrival.lineKey === null ? null : idOf(prepared.lines, arrival.lineKey),
    })),
  );
  await recordTouches(context, touches);
}

function contactOf({ contact }: DemoArrival): Omit<ContactDraft, "accountId" | "at"> {
  const typed = [
    { kind: "phone", raw: contact.phone },
    ...(contact.email === null ? [] : [{ kind: "email", raw: contact.email }]),
  ];
  const identifiers = typed.flatMap(({ kind, raw }) => {
    const { value, strong, kind: known } = normaliseIdentifier(kind, raw);
    return value === null ? [] : [{ kind: known, value, raw, strong }];
  });
  const { name, title, jobFunction, jobLevel, firm } = contact;
  return { name, nameSort: sortName(name), title, jobFunction, jobLevel, regionCode: firm.regionCode, identifiers };
}

function draftOf(arrival: DemoArrival, prepared: PreparedDemo): CaptureDraft {
  const { firm } = arrival.contact;
  const [entrance] = arrival.touches;
  return {
    contact: contactOf(arrival),
    account: {
      name: firm.name,
      key: companyKey(firm.name),
      creditCode: null,
      nameSort: sortCompanyName(firm.name),
      industryCode: firm.industryCode,
      regionCode: firm.regionCode,
      sizeBand: firm.sizeBand,
    },
    touch: entrance ? { kind: entrance.kind as TouchKind, title: entrance.title, channel: "form" } : null,
    at: momentOf(prepared.today, arrival.minutesAgo),
    productLineId: arrival.lineKey === null ? null : idOf(prepared.lines, arrival.lineKey),
    campaignId: arrival.campaignKey === null ? null : idOf(prepared.campaigns, arrival.campaignKey),
    source: arrival.source,
    entry: { kind: "captured" },
  };
}
