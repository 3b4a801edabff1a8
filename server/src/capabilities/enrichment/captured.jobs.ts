import { z } from "zod";
import { isUndone } from "../../platform/events/is-undone.ts";
import { addJob } from "../../platform/jobs/add-job.ts";
import { defineJob } from "../../platform/jobs/job-definition.ts";
import type { House } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { readFilledAccounts } from "../accounts/index.ts";
import { askAll } from "./ask-all.ts";
import type { AllAsked } from "./ask-all.ts";
import { fillCompanies, wouldFill } from "./fill-companies.ts";
import type { SaidAboutCompanies } from "./fill-companies.ts";
import { databaseTimeIn } from "./queries/health-rows.ts";
import { findSources } from "./queries/source-rows.ts";

export const FILL_CAPTURED = operationKind("account.fill");

/** Whoever says nothing is asked again after this, or when its rest is over; after a day no more. */
const AGAIN_AFTER_MS = 60_000;
const GIVEN_UP_AFTER_MS = 86_400_000;

const NewCompanies = z.object({
  ids: z.array(z.uuid()),
  /** The operation that brought them. */
  causeId: z.uuid(),
  since: z.iso.datetime(),
  /** Who is to be asked again; null for everybody. */
  sourceIds: z.array(z.uuid()).nullable(),
});

/** Thrown to roll back the filling of companies that were taken back meanwhile. */
class TakenBack extends Error {}

/**
 * Asks about companies that came in. In a queue of its own, one at a time, so that a source that is slow holds nothing but
 * other questions: captures, routing and imports never wait for it.
 */
export const fillCaptured = defineJob<z.infer<typeof NewCompanies>>({
  name: "enrichment.fill_captured",
  payload: NewCompanies,
  priority: "bulk",
  queue: "enrichment",
  async handle({ house, payload }) {
    const { ids, causeId, since, sourceIds } = payload;
    const { sources, companies } = await look(house, "job", async (context) => {
      const all = await findSources(context);
      const known = [...(await readFilledAccounts(context, ids)).values()];
      return {
        sources: all.filter(({ id, active, fillsNew }) => active && fillsNew && (sourceIds?.includes(id) ?? true)),
        companies: known.filter(({ kind, mergedIntoId }) => kind === "company" && mergedIntoId === null),
      };
    });
    if (sources.length === 0 || companies.length === 0) return;
    const { said, silent } = await askAll(house, sources, companies);
    await fill(house, causeId, said);
    const isOld = house.clock.now().getTime() - new Date(since).getTime() > GIVEN_UP_AFTER_MS;
    if (silent.length > 0 && !isOld) {
      const again = { ...payload, sourceIds: silent.map(({ source }) => source.id) };
      await addJob(house.pool, fillCaptured, again, { runAt: await databaseTimeIn(house, pauseMs(house, silent)) });
    }
  },
});

async function fill(house: House, causeId: string, said: SaidAboutCompanies): Promise<void> {
  if (!(await look(house, "job", (context) => wouldFill(context, said)))) return;
  try {
    await operate(
      house,
      { actor: { kind: "system" }, kind: FILL_CAPTURED, source: "job", causeId },
      async (context) => {
        if (await isUndone(context.client, causeId)) throw new TakenBack();
        const { values, accounts } = await fillCompanies(context, said);
        await context.summarise({ count: accounts, values });
      },
    );
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
}

/** How long to wait for those who said nothing. */
function pauseMs({ clock }: Pick<House, "clock">, silent: AllAsked["silent"]): number {
  const now = clock.now().getTime();
  const rests = silent.flatMap(({ because }) => (because.outcome === "resting" ? [because.until.getTime() - now] : []));
  return Math.max(AGAIN_AFTER_MS, ...rests);
}
