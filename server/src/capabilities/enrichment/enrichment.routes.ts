import { enrichment } from "@tongzhou/contract/enrichment";
import type { Http } from "../../platform/http/http.ts";
import { serveOperating } from "../../platform/http/serve-operating.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { rowChoiceOf } from "../../platform/lists/choose-ids.ts";
import { countChosenCompanies, mayEditAccounts, mayReadAccounts } from "../accounts/index.ts";
import { companyCalendar } from "../people/index.ts";
import { ADD_SOURCE, ADD_VERSION, addReference, addVersion } from "./add-reference.ts";
import { askAbout } from "./ask-about.ts";
import { EDIT_SOURCE, WAKE_SOURCE, editSource, wakeSource } from "./edit-source.ts";
import { mayEditSources, mayFillMany, mayLookAtSources } from "./enrichment.access.ts";
import { FILL_CHOSEN, fillChosen } from "./fill-chosen.ts";
import { previewReference } from "./preview-reference.ts";
import { showFilled } from "./show-filled.ts";
import { showRuns } from "./show-runs.ts";
import { showFiles, showSources } from "./show-sources.ts";
import { TAKE_OFFERS, takeOffers } from "./take-offers.ts";

/** Who is asked about companies, and what they said. */
export function enrichmentRoutes(http: Http): void {
  serveSources(http);
  serveRuns(http);
  serveAccounts(http);
}

function serveSources(http: Http): void {
  const { house } = http;
  serveRead(http, enrichment.sources, { allow: mayLookAtSources, handle: (context) => showSources(context) });
  serveRead(http, enrichment.files, {
    allow: mayLookAtSources,
    handle: (context, { params }) => showFiles(context, params.sourceId),
  });
  serveRead(http, enrichment.previewFile, {
    allow: mayEditSources,
    handle: ({ viewer }, { body }) => previewReference(house, viewer, body),
  });
  serveWrite(http, enrichment.addSource, {
    allow: mayEditSources,
    kind: ADD_SOURCE,
    creates: "repeatable",
    handle: (context, { body }) => addReference(context, house, body),
  });
  serveWrite(http, enrichment.addVersion, {
    allow: mayEditSources,
    kind: ADD_VERSION,
    creates: "repeatable",
    handle: (context, { params, body }) => addVersion(context, house, params.sourceId, body),
  });
  serveWrite(http, enrichment.editSource, {
    allow: mayEditSources,
    kind: EDIT_SOURCE,
    async handle(context, { params, body }) {
      await editSource(context, params.sourceId, body);
      return params;
    },
  });
  serveWrite(http, enrichment.wakeSource, {
    allow: mayEditSources,
    kind: WAKE_SOURCE,
    async handle(context, { params }) {
      await wakeSource(context, params.sourceId);
      return params;
    },
  });
}

function serveRuns(http: Http): void {
  serveRead(http, enrichment.previewRun, {
    allow: mayFillMany,
    handle: async (context, { body }) => ({
      companies: await countChosenCompanies(context, rowChoiceOf(body.choice), await companyCalendar(context)),
    }),
  });
  serveWrite(http, enrichment.run, {
    allow: mayFillMany,
    kind: FILL_CHOSEN,
    creates: "repeatable",
    handle: async (context, { body }) => ({ longOperationId: await fillChosen(context, body.choice) }),
  });
  serveRead(http, enrichment.runs, { allow: mayFillMany, handle: () => showRuns(http.house) });
}

function serveAccounts(http: Http): void {
  serveRead(http, enrichment.ofAccount, {
    allow: mayReadAccounts,
    handle: (context, { params }) => showFilled(context, params.accountId),
  });
  serveOperating(http, enrichment.ask, {
    access: "write",
    because: "whoever is asked may take seconds, for which no transaction may stay open",
    allow: mayEditAccounts,
    handle: ({ house, viewer }, { params }) => askAbout(house, viewer, params.accountId),
  });
  serveWrite(http, enrichment.take, {
    allow: mayEditAccounts,
    kind: TAKE_OFFERS,
    handle: async (context, { params, body }) => ({ filled: await takeOffers(context, params.accountId, body) }),
  });
}
