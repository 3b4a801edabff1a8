import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";

/** A file for the command, and what is known of its rows apart from it. */
export interface Labelled {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly map: { readonly records: "persons" | "organisations"; readonly columns: Readonly<Record<string, string>> };
  /** Rows with the same word are one. Only the measuring reads it. */
  readonly truth: readonly string[];
}

const FEBRL_COLUMNS = {
  given_name: "givenName",
  surname: "surname",
  street_number: "address",
  address_1: "address",
  address_2: "address",
  suburb: "city",
  postcode: "postcode",
  state: "region",
  date_of_birth: "birthDate",
  soc_sec_id: "id",
};

/** People with doubles; the number in `rec_id` says who is who. @param withId with the number that nearly tells all. */
export function readFebrl(folder: string, number: number, withId: boolean): Labelled {
  const [header = [], ...rows] = readCsv(join(folder, "febrl", `dataset${number}.csv`));
  const { soc_sec_id: id, ...others } = FEBRL_COLUMNS;
  return {
    name: withId ? `Febrl ${number}` : `Febrl ${number} without its numbers`,
    header,
    rows,
    map: { records: "persons", columns: withId ? { ...others, soc_sec_id: id } : others },
    truth: rows.map(([record = ""]) => record.split("-")[1] ?? ""),
  };
}

/** Names of organisations as authors typed them. */
export function readAffiliations(folder: string): Labelled {
  const [header = [], ...rows] = readCsv(join(folder, "affiliation-orgs-dev", "orgs.csv"));
  return {
    name: "affiliations",
    header: header.slice(0, 2),
    rows: rows.map((row) => row.slice(0, 2)),
    map: { records: "organisations", columns: { name: "company" } },
    truth: rows.map((row) => row[2] ?? ""),
  };
}

/** The registered names of listed companies as one list, and another name of each as a second. */
export function readListed(folder: string, column: "a_short_name" | "english_name"): Labelled {
  const [header = [], ...rows] = readCsv(join(folder, "szse-companies-dev", "szse_companies_dev.csv"));
  const [registered, other] = [header.indexOf("full_name"), header.indexOf(column)];
  const named = rows.map((row, at) => ({ truth: String(at), name: row[registered] ?? "", other: row[other] ?? "" }));
  const others = named.filter(({ other: name }) => name !== "");
  return {
    name: column === "a_short_name" ? "short name → registered name" : "English name → registered name",
    header: ["list", "name"],
    rows: [...named.map(({ name }) => ["registered", name]), ...others.map(({ other: name }) => ["other", name])],
    map: { records: "organisations", columns: { list: "list", name: "company" } },
    truth: [...named, ...others].map(({ truth }) => truth),
  };
}

/** The accounts of a company, and the account that each of its opportunities names. */
export function readMaven(folder: string): Labelled {
  const [header = [], ...accounts] = readCsv(join(folder, "maven-crm", "accounts.csv"));
  const [columns = [], ...opportunities] = readCsv(join(folder, "maven-crm", "sales_pipeline.csv"));
  const [account, named] = [header.indexOf("account"), columns.indexOf("account")];
  const names = [...accounts.map((row) => row[account] ?? ""), ...opportunities.map((row) => row[named] ?? "")];
  const rows = names.filter((name) => name !== "").map((name) => [name]);
  return {
    name: "Maven accounts",
    header: ["account"],
    rows,
    map: { records: "organisations", columns: { account: "company" } },
    truth: rows.map(([name = ""]) => name),
  };
}

function readCsv(path: string): string[][] {
  const { data } = Papa.parse<string[]>(readFileSync(path, "utf8").trim());
  return data.map((row) => row.map((cell) => cell.trim()));
}
