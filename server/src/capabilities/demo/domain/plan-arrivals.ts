import type { Chance } from "./chance.ts";
import type { DemoArrival, DemoCampaign, DemoCompany, DemoContact, DemoCustomers, DemoFirm } from "./demo-book.ts";

const DAYS = 365;
const MINUTES_A_DAY = 1440;
/** Nobody arrives in the very minutes of loading. */
const JUST_NOW = 3;
/** Interest grows by half over the year. */
const GROWTH = 0.5;
/** Saturday and Sunday bring a third of a weekday. */
const WEEKEND = 0.33;
const KNOWN_PERSON = 0.1;
const KNOWN_FIRM = 0.3;
const WITHOUT_LINE = 0.12;
const WITHOUT_EMAIL = 0.35;
const FOREIGN = 0.5;

interface Met {
  readonly firms: DemoFirm[];
  readonly contacts: DemoContact[];
  readonly phones: Set<string>;
}

export interface YearShape {
  /** About so many arrivals. */
  readonly count: number;
  /** 0 is Sunday; of the day so many days before the day of loading. */
  readonly weekdayOf: (daysAgo: number) => number;
  /** How far the day of loading has got since its morning. */
  readonly elapsedMinutes: number;
}

/**
 * Plans who shows interest when, over the year up to the moment of loading, the oldest first. A day brings what its
 * campaigns bring together, so a fair is seen in the curve. Pure: the same seed, book and shape give the same year.
 */
export function planArrivals(
  chance: Chance,
  company: DemoCompany,
  customers: DemoCustomers,
  { count, weekdayOf, elapsedMinutes }: YearShape,
): DemoArrival[] {
  const met: Met = { firms: [], contacts: [], phones: new Set() };
  const days = Array.from({ length: DAYS + 1 }, (_, place) => DAYS - place);
  const weights = days.map((daysAgo) => {
    const drawn = runningOn(company, daysAgo).reduce((sum, { share }) => sum + share, 0);
    const weekend = [0, 6].includes(weekdayOf(daysAgo));
    return drawn * (1 + GROWTH * (1 - daysAgo / DAYS)) * (weekend ? WEEKEND : 1);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const arrivals: DemoArrival[] = [];
  let due = 0;
  for (const [place, daysAgo] of days.entries()) {
    due += ((weights[place] ?? 0) / total) * count;
    while (arrivals.length < Math.round(due)) {
      // Between 8:00 and 20:00: the plan's morning is 9:24, and minutes are counted back from it.
      const minutesAgo = daysAgo * MINUTES_A_DAY - chance.between(-80, 640) - 1;
      arrivals.push(planArrival(chance, company, customers, met, minutesAgo, daysAgo));
    }
  }
  return arrivals
    .filter(({ minutesAgo }) => minutesAgo > JUST_NOW - elapsedMinutes)
    .toSorted((a, b) => b.minutesAgo - a.minutesAgo);
}

const runningOn = (company: DemoCompany, daysAgo: number): DemoCampaign[] =>
  company.campaigns.filter((campaign) => daysAgo <= campaign.from && daysAgo >= campaign.to);

function planArrival(
  chance: Chance,
  company: DemoCompany,
  customers: DemoCustomers,
  met: Met,
  minutesAgo: number,
  daysAgo: number,
): DemoArrival {
  const campaign = chance.weighted(runningOn(company, daysAgo), (one) => one.share);
  const lineKey = campaign.line ?? (chance.happens(WITHOUT_LINE) ? null : chance.pick(company.productLines).key);
  return {
    minutesAgo,
    contact: meet(chance, customers, met, campaign),
    lineKey,
    campaignKey: campaign.key,
    source: campaign.name,
    quality: Math.min(1, Math.max(0, campaign.quality + (chance.next() - 0.5) * 0.5)),
    touches: planTouches(chance, customers, campaign),
  };
}

function meet(chance: Chance, customers: DemoCustomers, met: Met, campaign: DemoCampaign): DemoContact {
  if (met.contacts.length > 50 && chance.happens(KNOWN_PERSON)) return chance.pick(met.contacts);
  const foreign = campaign.type === "partner" && chance.happens(FOREIGN);
  const firm =
    met.firms.length > 30 && chance.happens(KNOWN_FIRM)
      ? chance.pick(met.firms)
      : found(chance, customers, met, foreign);
  const job = chance.weighted(customers.jobs, (one) => one.weight);
  const name =
    firm.regionCode === null
      ? chance.pick(customers.foreignNames)
      : chance.pick(customers.surnames) + chance.pick(customers.givenNames);
  const contact: DemoContact = {
    name,
    title: job.title,
    jobFunction: job.jobFunction,
    jobLevel: job.jobLevel,
    phone: newPhone(chance, met),
    email: chance.happens(WITHOUT_EMAIL) ? null : `u${met.contacts.length + 1}@c${met.firms.indexOf(firm) + 1}.example`,
    firm,
  };
  met.contacts.push(contact);
  return contact;
}

function found(chance: Chance, customers: DemoCustomers, met: Met, foreign: boolean): DemoFirm {
  const firm = foreign ? foreignFirm(chance, customers) : domesticFirm(chance, customers);
  const known = met.firms.find((one) => one.name === firm.name);
  if (known) return known;
  met.firms.push(firm);
  return firm;
}

function foreignFirm(chance: Chance, customers: DemoCustomers): DemoFirm {
  const { name, industryCode, size } = chance.pick(customers.foreign);
  return { name, regionCode: null, industryCode, sizeBand: size };
}

function domesticFirm(chance: Chance, customers: DemoCustomers): DemoFirm {
  const sector = chance.weighted(customers.sectors, (one) => one.weight);
  const city = chance.weighted(customers.cities, (one) => one.weight);
  const name = `${chance.happens(0.35) ? city.name : ""}${chance.pick(customers.brands)}${sector.suffix}`;
  return { name, regionCode: city.code, industryCode: sector.industryCode, sizeBand: chance.pick(sector.sizes) };
}

/** 199 0000 …: a block that no operator has given to anybody. */
function newPhone(chance: Chance, met: Met): string {
  for (;;) {
    const phone = `199000${String(chance.between(0, 99_999)).padStart(5, "0")}`;
    if (met.phones.has(phone)) continue;
    met.phones.add(phone);
    return phone;
  }
}

const ENTRANCES: Readonly<Record<string, { kind: string; title: string }>> = {
  webinar: { kind: "event_seat", title: "参加直播" },
  offline_event: { kind: "event_seat", title: "展台扫码" },
  user_conference: { kind: "event_seat", title: "参加用户大会" },
  sponsorship: { kind: "event_seat", title: "展台扫码" },
};

function planTouches(chance: Chance, customers: DemoCustomers, campaign: DemoCampaign): DemoArrival["touches"] {
  const entrance = ENTRANCES[campaign.type] ?? { kind: "form", title: campaign.cta };
  const touches = [{ minutesEarlier: 0, ...entrance }];
  const keen = chance.next() * (0.6 + campaign.quality);
  const extra = keen > 0.9 ? chance.between(4, 7) : keen > 0.5 ? chance.between(2, 4) : chance.between(0, 1);
  for (let place = 0; place < extra; place++) {
    const minutesEarlier = chance.between(10, 9 * MINUTES_A_DAY);
    touches.push({ minutesEarlier, ...chance.weighted(readings(chance, customers, keen), (one) => one.weight) });
  }
  return touches.map(({ minutesEarlier, kind, title }) => ({ minutesEarlier, kind, title }));
}

function readings(chance: Chance, customers: DemoCustomers, keen: number) {
  return [
    { kind: "visit", title: "报价页", weight: keen > 0.7 ? 4 : 1 },
    { kind: "visit", title: chance.pick(customers.pages), weight: 5 },
    { kind: "content_view", title: `读${chance.pick(customers.materials)}`, weight: keen > 0.6 ? 4 : 1 },
    { kind: "email_click", title: `点开邮件${chance.pick(customers.materials)}`, weight: 2 },
  ];
}
