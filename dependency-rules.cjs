// What may import what, for dependency-cruiser. `capability-map.json` is the architecture as data; the rules follow from it.
// Each rule has a deliberate violation in scripts/fixtures/dependencies that a test wants to see reported.
const capabilities = require("./capability-map.json");

/** Libraries that a pure decision may use: same input, same output, no clock, no chance, no network. */
const PURE_LIBRARIES = ["libphonenumber-js", "pinyin-pro", "papaparse", "opencc-js", "chinese-days"];

/** Modules of Node that compute and reach nothing: `url` writes a domain name in ASCII. */
const PURE_MODULES = ["url"];

/** Folders of the platform that keep the rules of a domain, so that domains may share them. */
const PURE_PLATFORM = ["csv", "text", "time"];

/** What speaks SQL. `platform/ledger` is not in the list: its `Context` is what every use case receives. */
const SQL = ["(^|/)node_modules/(@types/)?(kysely|pg|pg-copy-streams)/", "^server/src/platform/(database|postgres)/"];
const HTTP = ["(^|/)node_modules/(@fastify/|fastify)", "^server/src/platform/http/"];

const TEST = "\\.(test|fixture)\\.tsx?$";
/** Threads of their own: like tests they need the decisions of neighbours and not their database and routes. */
const THREAD = "\\.worker\\.ts$";
const FRONT_DOOR = "^(server|web)/src/capabilities/[^/]+/index\\.tsx?$";
const anyOf = (names) => `(${names.join("|")})`;
const PURE_FOLDERS = `^server/src/platform/${anyOf(PURE_PLATFORM)}/`;

const forbidden = [
  {
    name: "no-cycles",
    comment: "Two files that need each other are one file, or one of them has the wrong job.",
    from: {},
    to: { circular: true },
  },
  {
    name: "contract-knows-only-zod",
    comment: "The contract is read by both sides, so it may need neither.",
    from: { path: "^contract/", pathNot: TEST },
    to: { pathNot: ["^contract/", "(^|/)node_modules/zod/"] },
  },
  {
    name: "sides-never-meet",
    comment: "Server, web and tracker know each other by the contract alone.",
    from: { path: "^(server|web|tracker)/" },
    to: { path: "^(server|web|tracker)/", pathNot: "^$1/" },
  },
  {
    name: "tracker-imports-nothing",
    comment: "The snippet runs on other people's pages: every byte of it is ours.",
    from: { path: "^tracker/src/", pathNot: TEST },
    to: { pathNot: "^tracker/src/" },
  },
  {
    name: "platform-knows-no-capability",
    from: { path: "^(server|web)/src/platform/" },
    to: { path: "^(server|web)/src/(capabilities|pages)/" },
  },
  {
    name: "ui-knows-only-ui",
    comment: "A part of the look knows no business word.",
    from: { path: "^web/src/ui/", pathNot: TEST },
    to: { path: "^(web/src/(?!ui/)|contract/)" },
  },
  {
    name: "pages-only-compose",
    comment: "A page puts panels of capabilities together; what fetches or shows a record is a panel.",
    from: { path: "^web/src/pages/", pathNot: TEST },
    to: { path: ["^contract/", "(^|/)node_modules/@tanstack/react-query/"] },
  },
  {
    name: "nothing-imports-a-page",
    comment: "Only the start of the web app (files directly in web/src) maps addresses to pages.",
    from: { pathNot: ["^web/src/[^/]+$", TEST] },
    to: { path: "^web/src/pages/.*\\.tsx?$" },
  },
  {
    name: "enter-by-the-front-door",
    comment: "What a capability offers is in its index; the rest is its own business.",
    from: { pathNot: "^(server|web)/src/capabilities/" },
    to: { path: "^(server|web)/src/capabilities/", pathNot: [FRONT_DOOR, "\\.json$"] },
  },
  {
    name: "neighbours-use-the-front-door",
    comment: "A capability enters another by its index, as everybody does.",
    from: { path: "^(server|web)/src/capabilities/([^/]+)/", pathNot: [TEST, THREAD] },
    to: { path: "^(server|web)/src/capabilities/", pathNot: ["^$1/src/capabilities/$2/", FRONT_DOOR] },
  },
  {
    name: "tests-use-the-front-door",
    comment:
      "A test, and a thread, may also call a neighbour's pure decisions: the index would bring its database and routes along.",
    from: { path: "^(server|web)/src/capabilities/([^/]+)/.*\\.(test|fixture|worker)\\.tsx?$" },
    to: { path: "^(server|web)/src/capabilities/", pathNot: ["^$1/src/capabilities/$2/", FRONT_DOOR, "/domain/"] },
  },
  {
    name: "domain-is-pure",
    comment: "A decision takes data and answers with data; what it may lean on is in the three lists above.",
    from: { path: ["/capabilities/[^/]+/domain/", PURE_FOLDERS], pathNot: TEST },
    to: {
      pathNot: [
        "/domain/",
        PURE_FOLDERS,
        "^contract/",
        `(^|/)node_modules/${anyOf(PURE_LIBRARIES)}/`,
        `^(node:)?${anyOf(PURE_MODULES)}$`,
      ],
    },
  },
  {
    name: "domain-stays-home",
    from: { path: "^(server|web)/src/capabilities/([^/]+)/domain/", pathNot: TEST },
    to: { path: "/domain/", pathNot: "^$1/src/capabilities/$2/domain/" },
  },
  {
    name: "only-queries-touch-sql",
    comment: "Fields are columns under the names that conditions know, so they may write an expression too.",
    from: { path: "^server/src/capabilities/", pathNot: ["\\.(queries|fields)\\.ts$", "/queries/", TEST] },
    to: { path: SQL },
  },
  {
    name: "only-routes-touch-http",
    from: { path: "^server/src/capabilities/", pathNot: ["\\.routes\\.ts$", "/routes/", TEST] },
    to: { path: HTTP },
  },
  {
    name: "no-unresolved-import",
    comment: "An import that leads nowhere is a file that no rule has seen.",
    from: {},
    to: { couldNotResolve: true },
  },
];

/** A capability that may depend on every other (the demo company drives them all) has nothing to keep. */
const isBounded = ([, needs]) => needs.length < Object.keys(capabilities).length - 1;

const perCapability = Object.entries(capabilities)
  .filter(isBounded)
  .map(([name, needs]) => ({
    name: `${name}-depends-only-on-its-list`,
    from: { path: `^(server|web)/src/capabilities/${name}/` },
    to: {
      path: "^(server|web)/src/capabilities/",
      pathNot: `^(server|web)/src/capabilities/${anyOf([name, ...needs])}/`,
    },
  }));

module.exports = {
  forbidden: [...forbidden, ...perCapability].map((rule) => ({ severity: "error", ...rule })),
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^[^/]+/dist/", "^scripts/fixtures/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
