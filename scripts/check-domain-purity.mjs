// Globals that a pure decision may not use. Import rules cannot see them, so the syntax tree is asked.
import ts from "typescript";
import { filesBelow, isTest, read, runAlone } from "./source-files.mjs";

/** Names that reach outside: the machine, time that passes, chance, the network. */
const OUTSIDE = new Set([
  "process",
  "crypto",
  "performance",
  "fetch",
  "console",
  "globalThis",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "localStorage",
  "document",
  "window",
  "navigator",
]);

/** Reads or writes of a Date in the time zone of the machine; a figure counts in the zone of the company. */
const LOCAL_TIME = /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$|^getTimezoneOffset$/;

/** How many arguments each of these needs before it stops asking the machine for its language and zone. */
const SPELT_OUT = new Map([
  ["localeCompare", 2],
  ["toLocaleString", 1],
  ["toLocaleDateString", 2],
  ["toLocaleTimeString", 2],
]);

/** The domains, and the folders of the platform that they may lean on (PURE_PLATFORM of the dependency rules). */
const PURE_FOLDERS = /\/domain\/.*\.tsx?$|^server\/src\/platform\/(?:csv|text|time)\//;

/** Looks through every file that has to be pure. */
export function checkDomainPurity(root) {
  const files = filesBelow(root, (path) => PURE_FOLDERS.test(path) && !isTest(path));
  return {
    checked: `${files.length} pure files`,
    complaints: files.flatMap((path) => impurities(read(root, path)).map((what) => `${path}:${what}`)),
  };
}

/** Each impure use in a TypeScript text, as "line: what and why". */
export function impurities(text) {
  const source = ts.createSourceFile("domain.ts", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const ours = declaredNames(source);
  const found = [];
  const visit = (node) => {
    const reason = reasonAgainst(node, ours);
    if (reason !== undefined) {
      found.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${reason}`);
    }
    if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function reasonAgainst(node, ours) {
  if (ts.isNewExpression(node) && isNamed(node.expression, "Date") && (node.arguments?.length ?? 0) === 0) {
    return "new Date() reads the clock; take the instant as an argument";
  }
  if (ts.isCallExpression(node)) return reasonAgainstCall(node);
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, "Math") && node.name.text === "random") {
    return "Math.random is chance; take the number as an argument";
  }
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, "Date") && node.name.text === "now") {
    return "Date.now reads the clock; take the instant as an argument";
  }
  if (ts.isIdentifier(node) && OUTSIDE.has(node.text) && !ours.has(node.text) && isUse(node))
    return `${node.text} reaches outside`;
  return undefined;
}

function reasonAgainstCall(node) {
  if (isNamed(node.expression, "Date")) return "Date() reads the clock; take the instant as an argument";
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const name = node.expression.name.text;
  if (LOCAL_TIME.test(name)) return `${name} follows the machine's time zone; use the company's`;
  if (node.arguments.length < (SPELT_OUT.get(name) ?? 0)) {
    return `${name} follows the machine's language; say which, or compare with <`;
  }
  return undefined;
}

function isNamed(node, name) {
  return ts.isIdentifier(node) && node.text === name;
}

/** An identifier that stands for a value, not for the name of a property. */
function isUse(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent));
}

/** The names that the text itself gives to something: a parameter called `window` is not the browser's. */
function declaredNames(source) {
  const names = new Set();
  const visit = (node) => {
    if (node.name !== undefined && ts.isIdentifier(node.name) && !ts.isPropertyAccessExpression(node)) {
      names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

await runAlone(import.meta, checkDomainPurity);
