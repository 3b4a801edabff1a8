// `npm run verify -- <name> DIR`: runs the product against real public data and compares with counts made apart from it.
import { register } from "tsx/esm/api";
import { ensureInstalled, requireNode } from "./install.mjs";

const CHECKS = {
  olist: "./verify/verify-olist.ts",
  identity: "./verify/verify-identity.ts",
  enrichment: "./verify/verify-enrichment.ts",
};

requireNode();
const [name, folder] = process.argv.slice(2);
if (!name || !(name in CHECKS) || !folder) {
  console.error(`usage: npm run verify -- <${Object.keys(CHECKS).join("|")}> DIR`);
  process.exit(2);
}
await ensureInstalled();
register();
const { verify } = await import(CHECKS[name]);
process.exit(await verify(folder));
