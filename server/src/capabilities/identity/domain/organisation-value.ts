/** An organisation's name in the keys by which it is compared. */
export interface OrganisationName {
  /** The name without legal form and branch, its place in one spelling. */
  readonly core: string;
  /** The core without its place. */
  readonly brand: string;
  readonly region: string | null;
  readonly branch: string | null;
}

const BETWEEN = "\u001f";

/** The name as one text, so that equal names are one value of a column. */
export function writeOrganisation({ core, brand, region, branch }: OrganisationName): string {
  return [core, brand, region ?? "", branch ?? ""].join(BETWEEN);
}

/** The opposite of `writeOrganisation`. */
export function readOrganisation(value: string): OrganisationName {
  const [core = "", brand = core, region = "", branch = ""] = value.split(BETWEEN);
  return { core, brand, region: region === "" ? null : region, branch: branch === "" ? null : branch };
}
