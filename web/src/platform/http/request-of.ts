import type { Endpoint } from "@tongzhou/contract/endpoint";

/** Where the API lives. */
export const API = "/api";

/** The parts of a call before they are typed. */
export interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

const asRecord = (value: unknown): Record<string, unknown> => (value ?? {}) as Record<string, unknown>;

/** One value of a query or a path as text; objects travel as JSON. */
function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The address of a call: `:names` filled in, the query behind it, absent values left out. */
export function addressOf(endpoint: Pick<Endpoint, "path">, input: LooseInput): string {
  const params = asRecord(input.params);
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(asText(params[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asRecord(input.query))) {
    if (value === undefined || value === null) continue;
    for (const each of Array.isArray(value) ? value : [value]) query.append(name, asText(each));
  }
  const search = query.toString();
  return `${API}${path}${search === "" ? "" : `?${search}`}`;
}
