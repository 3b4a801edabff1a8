import type { FieldKind } from "./record-table.ts";

/**
 * What two records of one person or company, and two of different ones, show in one field: the share of pairs at each level,
 * the best first. Silence is no level.
 */
export interface LevelShares {
  readonly matching: readonly number[];
  readonly different: readonly number[];
}

/**
 * The weights we ship: what a file is judged by before it has taught its own, and what a small one is held to. Judged by what
 * each field is: a number is copied or mistyped, people move, names of strangers differ. They are judged, not fitted
 * to a file.
 */
export const SHIPPED: Readonly<Record<FieldKind, LevelShares>> = {
  given: { matching: [0.8, 0.1, 0.05, 0.05], different: [0.01, 0.005, 0.03, 0.955] },
  surname: { matching: [0.85, 0.1, 0.02, 0.03], different: [0.005, 0.002, 0.02, 0.973] },
  birth: { matching: [0.9, 0.06, 0.02, 0.02], different: [0.0001, 0.001, 0.02, 0.9789] },
  phone: { matching: [0.75, 0.05, 0.02, 0.18], different: [0.00001, 0.0001, 0.0005, 0.99939] },
  mail: { matching: [0.7, 0.06, 0.02, 0.22], different: [0.00001, 0.0001, 0.0005, 0.99939] },
  id: { matching: [0.9, 0.06, 0.02, 0.02], different: [0.00001, 0.0001, 0.0005, 0.99939] },
  address: { matching: [0.55, 0.2, 0.1, 0.05, 0.1], different: [0.0001, 0.0005, 0.005, 0.05, 0.9444] },
  postcode: { matching: [0.8, 0.05, 0.03, 0.12], different: [0.005, 0.02, 0.05, 0.925] },
  city: { matching: [0.85, 0.07, 0.08], different: [0.02, 0.01, 0.97] },
  region: { matching: [0.9, 0.02, 0.08], different: [0.15, 0.02, 0.83] },
  organisation: { matching: [0.6, 0.15, 0.12, 0.05, 0.08], different: [0.0005, 0.001, 0.005, 0.03, 0.9635] },
};

/**
 * Where the records are organisations. Names of organisations are chosen, and registers see to it, that strangers differ;
 * an organisation has several sites, and people write the town or the country.
 */
export const SHIPPED_OF_ORGANISATIONS: Readonly<Record<FieldKind, LevelShares>> = {
  ...SHIPPED,
  organisation: { matching: [0.55, 0.2, 0.15, 0.05, 0.05], different: [0.00001, 0.00003, 0.0003, 0.002, 0.99766] },
  phone: { matching: [0.5, 0.05, 0.05, 0.4], different: [0.00001, 0.0001, 0.001, 0.99889] },
  mail: { matching: [0.4, 0.05, 0.05, 0.5], different: [0.00001, 0.0001, 0.0005, 0.99939] },
  address: { matching: [0.4, 0.15, 0.1, 0.1, 0.25], different: [0.0001, 0.0005, 0.005, 0.05, 0.9444] },
  city: { matching: [0.65, 0.05, 0.3], different: [0.05, 0.01, 0.94] },
};
