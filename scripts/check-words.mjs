// Nothing of the machine it was made on (folders of a person, hosts of a registry, secrets, tools), and nothing left undone.
import { extname } from "node:path";
import { filesBelow, isTest, read, runAlone } from "./source-files.mjs";

const PICTURES = new Set([".png", ".jpg", ".jpeg", ".webp", ".ico", ".woff2", ".gz", ".zip", ".xlsx", ".pdf"]);

/** Written in two halves, so that this file passes its own check. */
const TOOLS = [
  ["clau", "de"],
  ["anthro", "pic"],
  ["open", "ai"],
  ["chat", "gpt"],
  ["co", "pilot"],
  ["sub", "agent"],
  ["code ", "assistant"],
  ["ai ", "assistant"],
  ["language ", "model"],
  ["generated ", "with ai"],
  ["co-authored", "-by"],
].map((halves) => halves.join(""));

/**
 * What may not stand in a tracked file. The lock file names integrity and versions only: an address in it is the address of
 * somebody's mirror.
 */
const FORBIDDEN = [
  { what: "a folder of one machine", pattern: /(?<![\w.~/-])\/(?:home|Users|work|root|workspace)\/[\w.-]+/ },
  { what: "a folder of one machine", pattern: /\b[A-Z]:\\Users\\\w+/ },
  {
    what: "the host of a package registry",
    pattern: /\/\/[\w.-]*(?:registry|npmmirror|artifactory|nexus|verdaccio)[\w.-]*/i,
  },
  { what: "the host of a package registry", pattern: /"resolved": "https?:/ },
  { what: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: "a cloud access key", pattern: /\b(?:AKIA|ASIA|LTAI)[0-9A-Za-z]{12,}\b/ },
  {
    what: "a token",
    pattern: /\b(?:gh[pousr]_[0-9A-Za-z]{30,}|xox[abpr]-[0-9A-Za-z-]{10,}|npm_[0-9A-Za-z]{30,}|sk-[0-9A-Za-z]{20,})/,
  },
  {
    what: "a password in an address",
    inTests: false,
    pattern: /\b(?:postgres(?:ql)?|https?|smtps?):\/\/[^\s:/@'"`$<{]+:(?!(?:password|secret)@)[^\s@'"`$<{]{3,}@/,
  },
  {
    what: "work left undone",
    pattern: /\b(?:T[O]DO|F[I]XME)\b|\b(?:test|it|describe)\.(?:s[k]ip|o[n]ly|t[o]do)\b(?!If)/,
  },
  { what: "a tool that is no part of the product", pattern: new RegExp(`\\b(?:${TOOLS.join("|")})\\b`, "i") },
];

/** Reads every text below `root`, hidden files and the lock file included. */
export function checkWords(root) {
  const files = filesBelow(root, (path) => !PICTURES.has(extname(path)));
  return { checked: `${files.length} files`, complaints: files.flatMap((path) => offences(path, read(root, path))) };
}

function offences(path, text) {
  return text
    .split("\n")
    .flatMap((line, index) =>
      FORBIDDEN.filter(({ pattern, inTests = true }) => (inTests || !isTest(path)) && pattern.test(line)).map(
        ({ what, pattern }) => `${path}:${index + 1}: ${what}: ${pattern.exec(line)?.[0]}`,
      ),
    );
}

await runAlone(import.meta, checkWords);
