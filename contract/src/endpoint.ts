import { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Everything both sides know about one HTTP call. Paths are relative to `/api` and write parameters as `:name`. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  /** `<capability>.<verb><Noun>`; the operation id in the OpenAPI document. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  /** One sentence for the API page. */
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
  /** Codes of the problems a caller should expect beyond the general ones. */
  readonly errors: readonly string[];
}

const nothing = z.object({});
const noBody = z.undefined();
type Nothing = typeof nothing;
type NoBody = typeof noBody;

/** Describes one HTTP call; what is left out is empty. */
export function endpoint<
  Response extends z.ZodType,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = NoBody,
>(description: {
  id: string;
  method: Method;
  path: string;
  summary: string;
  response: Response;
  params?: Params;
  query?: Query;
  body?: Body;
  errors?: readonly string[];
}): Endpoint<Params, Query, Body, Response> {
  return {
    errors: [],
    ...description,
    params: description.params ?? (nothing as unknown as Params),
    query: description.query ?? (nothing as unknown as Query),
    body: description.body ?? (noBody as unknown as Body),
  };
}

export type ParamsOf<E extends Endpoint> = z.output<E["params"]>;
export type QueryOf<E extends Endpoint> = z.output<E["query"]>;
export type BodyOf<E extends Endpoint> = z.output<E["body"]>;
/** What the server sends and the browser receives. */
export type ResponseOf<E extends Endpoint> = z.output<E["response"]>;
/** What a caller passes in: defaults may be left out. */
export interface InputOf<E extends Endpoint> {
  params: z.input<E["params"]>;
  query: z.input<E["query"]>;
  body: z.input<E["body"]>;
}
