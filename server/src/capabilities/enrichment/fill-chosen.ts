import { RecordChoice } from "@tongzhou/contract/assignment";
import { z } from "zod";
import type { Acting } from "../../platform/access/acting.ts";
import { Viewer } from "../../platform/access/viewer.ts";
import { beginLongOperation } from "../../platform/jobs/begin-long-operation.ts";
import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { rowChoiceOf } from "../../platform/lists/choose-ids.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { chooseCompaniesBehind, countChosenCompanies, readFilledAccounts } from "../accounts/index.ts";
import { readPools } from "../leads/index.ts";
import { companyCalendar, readPeopleSnapshot } from "../people/index.ts";
import { askAll } from "./ask-all.ts";
import { fillCompanies } from "./fill-companies.ts";
import type { SaidAboutCompanies } from "./fill-companies.ts";
import { findSources } from "./queries/source-rows.ts";

export const FILL_CHOSEN = operationKind("account.fill_chosen");
const FILL_BATCH = operationKind("account.fill_batch");

/** A batch takes about a second with a file; a service is asked in parts of its own. */
const BATCH_COMPANIES = 200;

const Request = z.object({
  choice: RecordChoice,
  personId: z.uuid(),
  permissions: z.array(z.string()).nullable(),
});
type Request = z.infer<typeof Request>;
const Position = z.object({ after: z.uuid().nullable() });

interface Prepared {
  readonly ids: readonly string[];
  readonly said: SaidAboutCompanies;
  readonly unanswered: number;
}

/** What sources said about the next batch of each run in this process: asked before the batch, outside of its transaction. */
const prepared = new Map<string, Prepared>();

/** Asks about many companies in the background. A source that says nothing is counted, and holds nobody up. */
export const fillChosenCompanies = defineLongOperation<Request, z.infer<typeof Position>>({
  name: "enrichment.fill_chosen",
  batchKind: FILL_BATCH,
  request: Request,
  position: Position,

  async prepare(house, { id, request, position: { after } }) {
    const { ids, companies, sources } = await look(house, "job", async (context) => {
      const viewer = await viewerAsNow(context, request);
      const chosen = { choice: rowChoiceOf(request.choice), after, limit: BATCH_COMPANIES };
      const next = await chooseCompaniesBehind({ ...context, viewer }, chosen, await companyCalendar(context));
      const known = await readFilledAccounts(context, next);
      return { ids: next, companies: [...known.values()], sources: await findSources(context) };
    });
    const { said, silent } = await askAll(house, sources, companies);
    prepared.set(id, { ids, said, unanswered: silent.length > 0 ? companies.length : 0 });
  },

  async batch(context, { id, position: { after } }) {
    const ready = prepared.get(id);
    if (!ready) throw new Error(`nobody was asked for the run ${id}`);
    prepared.delete(id);
    const { ids, said, unanswered } = ready;
    const { values, accounts } = await fillCompanies(context, said);
    const found = [...said.values()].filter((all) => all.some(({ answer }) => answer.outcome === "found")).length;
    return {
      position: { after: ids.at(-1) ?? after },
      done: ids.length,
      counts: { found, accounts, values, ...(unanswered > 0 ? { unanswered } : {}) },
      isLast: ids.length < BATCH_COMPANIES,
    };
  },
});

/** Whoever asked, with the rights of this moment. @throws Error when they have left. */
async function viewerAsNow({ tx }: ReadContext, { personId, permissions }: Request): Promise<Viewer> {
  const snapshot = await readPeopleSnapshot(tx, readPools);
  const person = snapshot.people.get(personId);
  if (person?.active !== true) throw new Error("whoever began this no longer works here");
  return new Viewer(snapshot, person, permissions);
}

/** Begins to ask about the chosen accounts. @throws Refused `nobody_to_ask`. */
export async function fillChosen(context: Acting, choice: RecordChoice): Promise<string> {
  const { viewer } = context;
  if (!(await findSources(context)).some(({ active }) => active)) throw new Refused("nobody_to_ask");
  const total = await countChosenCompanies(context, rowChoiceOf(choice), await companyCalendar(context));
  await context.summarise({ count: total });
  return beginLongOperation(context, fillChosenCompanies, {
    request: {
      choice,
      personId: viewer.personId,
      permissions: viewer.permissions === null ? null : [...viewer.permissions],
    },
    position: { after: null },
    total,
  });
}
