/** What `db/demo` says of the demo company. */
export interface DemoCompany {
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly teams: readonly { readonly key: string; readonly name: string; readonly parent: string | null }[];
  readonly people: readonly DemoPerson[];
  readonly productLines: readonly DemoLine[];
  /** 万 yuan. */
  readonly targets: { readonly monthly: number };
  readonly campaigns: readonly DemoCampaign[];
  readonly fields: readonly DemoField[];
}

/** A field that the company added, and what its records have in it. */
export interface DemoField {
  readonly key: string;
  readonly object: string;
  readonly type: string;
  readonly name: string;
  readonly nameEn: string;
  readonly help?: string;
  readonly helpEn?: string;
  readonly weight: string;
  readonly sensitive?: boolean;
  /** Chinese, English, how likely. */
  readonly options?: readonly (readonly (string | number)[])[];
  /** Figures, both included. */
  readonly between?: readonly number[];
  /** Days from today, both included. */
  readonly days?: readonly number[];
  /** Of the records that somebody worked on, how many have a value. */
  readonly share: number;
}

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly team: string;
}

export interface DemoLine {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  /** Usual price of one order, 万 yuan. */
  readonly price: number;
}

export interface DemoCampaign {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly line: string | null;
  readonly channel: string;
  /** Days before today on which it began and ended. */
  readonly from: number;
  readonly to: number;
  /** 万 yuan. */
  readonly budget: number;
  readonly cost: number;
  /** How many leads a day it brings while it runs, against the others. */
  readonly share: number;
  /** How likely its people are to be what they seem, 0 to 1. */
  readonly quality: number;
  readonly cta: string;
  readonly step: string;
  readonly days: number;
}

/** What `db/demo` says of the customers. */
export interface DemoCustomers {
  readonly surnames: readonly string[];
  readonly givenNames: readonly string[];
  readonly cities: readonly { readonly name: string; readonly code: string; readonly weight: number }[];
  readonly brands: readonly string[];
  readonly sectors: readonly {
    readonly suffix: string;
    readonly industryCode: string;
    readonly weight: number;
    readonly sizes: readonly string[];
  }[];
  readonly foreign: readonly { readonly name: string; readonly industryCode: string; readonly size: string }[];
  readonly foreignNames: readonly string[];
  readonly jobs: readonly {
    readonly title: string;
    readonly jobFunction: string;
    readonly jobLevel: string;
    readonly weight: number;
  }[];
  readonly pages: readonly string[];
  readonly materials: readonly string[];
}

export interface DemoFirm {
  readonly name: string;
  readonly regionCode: string | null;
  readonly industryCode: string;
  readonly sizeBand: string;
}

export interface DemoContact {
  readonly name: string;
  readonly title: string;
  readonly jobFunction: string;
  readonly jobLevel: string;
  readonly phone: string;
  readonly email: string | null;
  readonly firm: DemoFirm;
}

/** Somebody shows interest. */
export interface DemoArrival {
  /** Minutes before the morning of the day of loading; larger is longer ago, negative is later on that day. */
  readonly minutesAgo: number;
  readonly contact: DemoContact;
  readonly lineKey: string | null;
  readonly campaignKey: string | null;
  readonly source: string;
  readonly quality: number;
  /** What they did around it; the first is what made them a lead. */
  readonly touches: readonly { readonly minutesEarlier: number; readonly kind: string; readonly title: string }[];
}
