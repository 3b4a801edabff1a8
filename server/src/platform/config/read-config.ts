import { resolve } from "node:path";
import { z } from "zod";
import { ExplainedError } from "./explained-error.ts";

/** What a process does: everything, only HTTP, or only jobs. */
export type Role = "all" | "web" | "worker";

/** Everything the environment decides, checked once at the start. */
export interface Config {
  readonly port: number;
  /** False when the port is the default, so that another free one may take its place. */
  readonly portWasSet: boolean;
  /** Address the server binds to. */
  readonly host: string;
  /** Absolute path of the folder for the embedded database. */
  readonly dataDir: string;
  /** An own PostgreSQL; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly role: Role;
  /** Load the demo company into an empty database: by default the embedded one only. */
  readonly demo: boolean;
  /** The address people use, without a slash at the end; decides `Secure` cookies and the allowed origins. */
  readonly publicUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** Sentences about the environment that are worth a line but no refusal. */
  readonly warnings: readonly string[];
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const DEFAULT_PORT = 3000;
const DEFAULT_HOST = "127.0.0.1";
const DEFAULT_DATA_DIR = ".data";
const PREFIX = "TONGZHOU_";
const HIGHEST_PORT = 65_535;

// An address or a host name; which of them this machine has is found out by binding.
const HOST = /^(\[?[0-9a-f:.]+\]?|[a-z0-9]([a-z0-9-.]*[a-z0-9])?)$/i;

// Only the beginning: the driver takes forms that a URL parser refuses, such as postgresql://user@/crm?host=/run/postgresql.
const POSTGRES_URL = /^postgres(ql)?:\/\/\S+$/;

interface Variable<Value> {
  readonly allowed: string;
  readonly schema: z.ZodType<Value, string>;
  /** A value that may hold a password is not repeated in messages. */
  readonly secret?: true;
}

const integerText = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port >= 1 && port <= HIGHEST_PORT);

const VARIABLES = {
  TONGZHOU_PORT: { allowed: `a port number from 1 to ${HIGHEST_PORT}`, schema: integerText } as Variable<number>,
  TONGZHOU_HOST: {
    allowed: "an address or host name of this machine, such as 127.0.0.1 or 0.0.0.0",
    schema: z.string().regex(HOST),
  } as Variable<string>,
  TONGZHOU_DATA_DIR: { allowed: "the path of a folder", schema: z.string().regex(/\S/) } as Variable<string>,
  DATABASE_URL: {
    allowed: "postgresql://user:password@host:5432/database",
    schema: z.string().regex(POSTGRES_URL),
    secret: true,
  } as Variable<string>,
  TONGZHOU_ROLE: { allowed: "all, web or worker", schema: z.enum(["all", "web", "worker"]) } as Variable<Role>,
  TONGZHOU_DEMO: {
    allowed: "0 or 1",
    schema: z.enum(["0", "1"]).transform((value) => value === "1"),
  } as Variable<boolean>,
  TONGZHOU_URL: {
    allowed: "the address people use, such as https://crm.example.com, without a path",
    schema: z
      .string()
      .refine(isOrigin)
      .transform((value) => new URL(value).origin),
  } as Variable<string>,
  TONGZHOU_LOG: { allowed: LOG_LEVELS.join(", "), schema: z.enum(LOG_LEVELS) } as Variable<LogLevel>,
};

type Name = keyof typeof VARIABLES;

/**
 * Reads the configuration from environment variables. An empty variable counts as unset.
 * @param projectFolder what a relative TONGZHOU_DATA_DIR is relative to.
 * @throws ExplainedError naming every wrong variable, its value and what is allowed.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, projectFolder: string): Config {
  const problems: string[] = [];
  const read = <Value>(name: Name, variable: Variable<Value>): Value | undefined => {
    const text = env[name]?.trim();
    if (text === undefined || text === "") return undefined;
    const parsed = variable.schema.safeParse(text);
    if (parsed.success) return parsed.data;
    const shown = variable.secret === true ? "the value (not shown)" : JSON.stringify(text);
    problems.push(`${name}: ${shown} is not allowed; it must be ${variable.allowed}.`);
    return undefined;
  };
  const port = read("TONGZHOU_PORT", VARIABLES.TONGZHOU_PORT);
  const databaseUrl = read("DATABASE_URL", VARIABLES.DATABASE_URL);
  const config: Config = {
    port: port ?? DEFAULT_PORT,
    portWasSet: port !== undefined,
    host: (read("TONGZHOU_HOST", VARIABLES.TONGZHOU_HOST) ?? DEFAULT_HOST).replace(/^\[|\]$/g, ""),
    dataDir: resolve(projectFolder, read("TONGZHOU_DATA_DIR", VARIABLES.TONGZHOU_DATA_DIR) ?? DEFAULT_DATA_DIR),
    databaseUrl,
    role: read("TONGZHOU_ROLE", VARIABLES.TONGZHOU_ROLE) ?? "all",
    demo: read("TONGZHOU_DEMO", VARIABLES.TONGZHOU_DEMO) ?? databaseUrl === undefined,
    publicUrl: read("TONGZHOU_URL", VARIABLES.TONGZHOU_URL),
    logLevel: read("TONGZHOU_LOG", VARIABLES.TONGZHOU_LOG) ?? "info",
    warnings: unknownVariables(env),
  };
  if (problems.length > 0) {
    throw new ExplainedError(["The configuration is wrong:", ...problems.map((line) => `  ${line}`)].join("\n"));
  }
  return config;
}

function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith(PREFIX) && !(name in VARIABLES))
    .toSorted()
    .map((name) => `${name} is not a variable of Tongzhou and has no effect; known are ${knownNames()}.`);
}

function knownNames(): string {
  return Object.keys(VARIABLES).join(", ");
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ["http:", "https:"].includes(url.protocol) && url.pathname === "/" && url.search === "" && url.username === "";
}
