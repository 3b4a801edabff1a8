import { subscribe } from "../../platform/events/subscription.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import { addJob } from "../../platform/jobs/add-job.ts";
import type { JobDefinition } from "../../platform/jobs/job-definition.ts";
import type { LongOperationDefinition } from "../../platform/jobs/long-operation.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { fillChosenCompanies } from "./fill-chosen.ts";
import { fillCaptured } from "./captured.jobs.ts";
import { anyFillsNew } from "./queries/source-rows.ts";
import { readReference } from "./reference.jobs.ts";

const ASK_ABOUT_NEW = operationKind("account.ask_about", { notUndoable: "undo.derived", quiet: true });

/** Companies that came in are asked about later and elsewhere: whoever brought them has been answered long before. */
export const enrichmentSubscriptions: readonly Subscription[] = [
  subscribe({
    event: "account.captured",
    subscriber: "enrichment.ask_about_captured",
    kind: ASK_ABOUT_NEW,
    queue: "enrichment",
    priority: "bulk",
    async handle(context, { ids, operationId }) {
      if (await anyFillsNew(context)) {
        const asked = { ids: [...ids], causeId: operationId, since: context.now.toISOString(), sourceIds: null };
        await addJob(context.client, fillCaptured, asked);
      }
      return "nothing";
    },
  }),
];

/** Questions that nobody waits for. */
export const enrichmentJobs: readonly JobDefinition[] = [fillCaptured as JobDefinition];

/** Work of enrichment that is too long for one transaction. */
export const enrichmentLongOperations: readonly LongOperationDefinition[] = [
  readReference as LongOperationDefinition,
  fillChosenCompanies as LongOperationDefinition,
];
