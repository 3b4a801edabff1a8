import { refuseUnfinishedRestore } from "../../platform/backup/unfinished-restore.ts";
import { systemClock } from "../../platform/clock.ts";
import { ExplainedError } from "../../platform/config/explained-error.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import type { House } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import type { Command } from "../../platform/lifecycle/command-type.ts";
import { isEmptyDatabase } from "../../platform/lifecycle/is-empty-database.ts";
import { migrateDatabase } from "../../platform/lifecycle/migrate-database.ts";
import { requireAlone } from "../../platform/lifecycle/require-alone.ts";
import type { DemoContents } from "@tongzhou/contract/demo";
import { isDemoBegun } from "./demo.queries.ts";
import { emptyDemo } from "./empty-demo.ts";
import { loadDemo } from "./load-demo.ts";
import { showDemo } from "./show-demo.ts";

const YES = "--yes";
/** Where TONGZHOU_DEMO is 0, or was left out beside a DATABASE_URL. */
const UNWANTED =
  "The demo goes into a database of your own, or where TONGZHOU_DEMO=0 stands, only when it is asked for, because everybody " +
  "knows its passwords. Nothing was changed. To load it: TONGZHOU_DEMO=1 npm run demo.";

/**
 * `npm run demo`: loads the demo as of now, in the place of an older one.
 * @param readSubscriptions what follows events; fetched when it is needed, because it is most of the program.
 */
export function demoCommand(readSubscriptions: () => Promise<readonly Subscription[]>): Command {
  return {
    name: "demo",
    usage: `[${YES}]`,
    summary: "load the demo company as of today, in the place of an older one; the program must not be running",
    async run(words, surroundings) {
      const stray = words.find((word) => word !== YES);
      if (stray !== undefined) throw new ExplainedError(`npm run demo knows ${YES} and nothing else, not ${stray}.`);
      const { config, newId, say } = surroundings;
      if (!config.demo) throw new ExplainedError(UNWANTED);
      const { pool, description } = await surroundings.openDatabase("alone");
      await requireAlone(pool);
      await refuseUnfinishedRestore(pool);
      await migrateDatabase(pool, newId);
      const house: House = { pool, clock: systemClock, newId, announcer: { announce: async () => undefined } };
      if (!(await isEmptyDatabase(pool))) await makeRoom(house, description, words.includes(YES), say);
      const startedAt = performance.now();
      await loadDemo(house, { subscriptions: await readSubscriptions(), progress: say });
      say(`The demo company is loaded (${Math.round((performance.now() - startedAt) / 1000)} s).`);
    },
  };
}

/**
 * Removes an older demo.
 * @throws ExplainedError where a company of somebody's own lives, always; and where people have added something to the
 * demo, unless it was said that this may go.
 */
async function makeRoom(house: House, description: string, mayGo: boolean, say: (line: string) => void): Promise<void> {
  if (!(await isDemoBegun(house)))
    throw new ExplainedError(
      `${description} holds a company of your own, and nothing of it is removed. ` +
        "The demo goes into an empty database: use another TONGZHOU_DATA_DIR or DATABASE_URL.",
    );
  const demo = await look(house, "job", showDemo);
  if (demo !== null && demo.actsSince > 0) {
    const added = describeAdded(demo);
    if (!mayGo)
      throw new ExplainedError(
        `Since the demo was loaded, people have worked in it: ${added}. Loading it anew removes that, too. ` +
          `To agree: npm run demo -- ${YES}. To keep it: npm run backup FILE first.`,
      );
    say(`Removing the older demo with what was added to it: ${added}.`);
  }
  await emptyDemo(house);
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function describeAdded({
  actsSince,
  leads,
  contacts,
  accounts,
  opportunities,
  campaigns,
  people,
}: DemoContents): string {
  const records = [
    [leads.since, "lead", "leads"],
    [contacts.since, "contact", "contacts"],
    [accounts.since, "account", "accounts"],
    [opportunities.since, "opportunity", "opportunities"],
    [campaigns.since, "campaign", "campaigns"],
    [people.since, "person", "people"],
  ] as const;
  const added = records.flatMap(([count, one, many]) => (count === 0 ? [] : [plural(count, one, many)]));
  return `${plural(actsSince, "change", "changes")}${added.length === 0 ? "" : `, among them ${added.join(", ")} that are new`}`;
}
