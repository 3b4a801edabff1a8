import type { FastifyInstance } from "fastify";
import { join } from "node:path";
import * as auditShapes from "@tongzhou/contract/audit";
import * as memberShapes from "@tongzhou/contract/campaign-members";
import * as bulkShapes from "@tongzhou/contract/bulk";
import * as jobShapes from "@tongzhou/contract/jobs";
import * as campaignShapes from "@tongzhou/contract/campaigns";
import * as captureShapes from "@tongzhou/contract/capture";
import * as enrichmentShapes from "@tongzhou/contract/enrichment";
import * as exportShapes from "@tongzhou/contract/exports";
import * as importSettingShapes from "@tongzhou/contract/import-settings";
import * as fieldShapes from "@tongzhou/contract/fields";
import * as importShapes from "@tongzhou/contract/imports";
import * as keyShapes from "@tongzhou/contract/people-keys";
import * as roleShapes from "@tongzhou/contract/people-roles";
import * as demoShapes from "@tongzhou/contract/demo";
import * as sessionShapes from "@tongzhou/contract/people-session";
import * as teamShapes from "@tongzhou/contract/people-teams";
import * as peopleShapes from "@tongzhou/contract/people";
import * as activityShapes from "@tongzhou/contract/activities";
import * as accountShapes from "@tongzhou/contract/accounts";
import * as contactShapes from "@tongzhou/contract/contacts";
import * as membershipShapes from "@tongzhou/contract/memberships";
import * as householdShapes from "@tongzhou/contract/households";
import * as rightShapes from "@tongzhou/contract/rights";
import * as territoryShapes from "@tongzhou/contract/territories";
import * as duplicatePairShapes from "@tongzhou/contract/duplicate-pairs";
import * as identityShapes from "@tongzhou/contract/identity";
import * as leadAnswerShapes from "@tongzhou/contract/lead-answers";
import * as leadRowShapes from "@tongzhou/contract/lead-row";
import * as leadShapes from "@tongzhou/contract/leads";
import * as notificationShapes from "@tongzhou/contract/notifications";
import * as insightShapes from "@tongzhou/contract/insights";
import * as opportunityShapes from "@tongzhou/contract/opportunities";
import * as opportunityTypeShapes from "@tongzhou/contract/opportunity-types";
import * as privacyShapes from "@tongzhou/contract/privacy";
import * as productShapes from "@tongzhou/contract/products";
import * as searchShapes from "@tongzhou/contract/search";
import * as groupShapes from "@tongzhou/contract/groups";
import * as timelineShapes from "@tongzhou/contract/timeline";
import * as touchShapes from "@tongzhou/contract/touches";
import * as viewShapes from "@tongzhou/contract/views";
import * as leadScoreShapes from "@tongzhou/contract/lead-score";
import * as leadStandardShapes from "@tongzhou/contract/lead-standard";
import * as routingRuleShapes from "@tongzhou/contract/routing-rule";
import * as routingShapes from "@tongzhou/contract/routing";
import * as standardShapes from "@tongzhou/contract/standards";
import * as problemShapes from "@tongzhou/contract/problem";
import { leadsMessages, leadsRoutes, readPools } from "./capabilities/leads/index.ts";
import { auditMessages, auditRoutes } from "./capabilities/audit/index.ts";
import { bulkMessages, bulkRoutes } from "./capabilities/bulk/index.ts";
import { jobsMessages, jobsRoutes } from "./capabilities/jobs/index.ts";
import { campaignsMessages, campaignsRoutes } from "./capabilities/campaigns/index.ts";
import { openPeople, peopleMessages, peopleRoutes, rolesRoutes, sessionRoutes } from "./capabilities/people/index.ts";
import type { PeopleHouse, PeopleNeighbours } from "./capabilities/people/index.ts";
import { enrichmentMessages, enrichmentRoutes } from "./capabilities/enrichment/index.ts";
import { exportsMessages, exportsRoutes } from "./capabilities/exports/index.ts";
import { importsMessages, importsRoutes } from "./capabilities/imports/index.ts";
import { fieldsMessages, fieldsRoutes } from "./capabilities/fields/index.ts";
import { activitiesMessages, activitiesRoutes } from "./capabilities/activities/index.ts";
import { accountsMessages, accountsRoutes } from "./capabilities/accounts/index.ts";
import { contactsMessages, contactsRoutes, membershipsRoutes } from "./capabilities/contacts/index.ts";
import { rightsMessages, rightsRoutes, territoriesRoutes } from "./capabilities/rights/index.ts";
import { householdsMessages, householdsRoutes } from "./capabilities/households/index.ts";
import { identityMessages, identityRoutes } from "./capabilities/identity/index.ts";
import { notificationsMessages, notificationsRoutes } from "./capabilities/notifications/index.ts";
import { insightsMessages, insightsRoutes } from "./capabilities/insights/index.ts";
import { opportunitiesMessages, opportunitiesRoutes } from "./capabilities/opportunities/index.ts";
import { privacyMessages, privacyRoutes } from "./capabilities/privacy/index.ts";
import { productsMessages, productsRoutes } from "./capabilities/products/index.ts";
import { captureMessages, captureRoutes } from "./capabilities/capture/index.ts";
import { routingMessages, routingRoutes } from "./capabilities/routing/index.ts";
import { standardsMessages, standardsRoutes } from "./capabilities/standards/index.ts";
import { recordsNamed, searchMessages, searchRoutes } from "./capabilities/search/index.ts";
import { touchesRoutes } from "./capabilities/touches/index.ts";
import { groupsRoutes } from "./capabilities/groups/index.ts";
import { timelineRoutes } from "./capabilities/timeline/index.ts";
import { viewsRoutes } from "./capabilities/views/index.ts";
import { bulkParts } from "./bulk-parts.ts";
import { exportParts } from "./export-parts.ts";
import { leadParts } from "./lead-parts.ts";
import { opportunityParts } from "./opportunity-parts.ts";
import { DEMO_PASSWORD, demoMessages, demoRoutes, findDemoPeople } from "./capabilities/demo/index.ts";
import { listenToBroadcasts } from "./platform/events/listen-to-broadcasts.ts";
import type { Broadcasts } from "./platform/events/listen-to-broadcasts.ts";
import type { Http, RegisteredEndpoint } from "./platform/http/http.ts";
import { openHttp } from "./platform/http/open-http.ts";
import { nameShapes } from "./platform/http/openapi.ts";
import { serveDocs } from "./platform/http/serve-docs.ts";
import { serveHealthCheck } from "./platform/http/serve-health-check.ts";
import { serveLive } from "./platform/http/serve-live.ts";
import { serveMetrics } from "./platform/http/serve-metrics.ts";
import { serveWeb } from "./platform/http/serve-web.ts";
import type { Foundation, WebServer } from "./platform/lifecycle/program-parts.ts";
import type { BothMessages, Phrasebook } from "./platform/problems/sentences.ts";
import { projectFolder } from "./platform/project-folder.ts";

/** What every capability's routes may use besides the house. */
export interface AppParts {
  readonly people: PeopleHouse;
  readonly broadcasts: Broadcasts;
}

interface ServedCapability {
  readonly name: string;
  /** Contract modules whose shapes the API's description calls by name. */
  readonly shapes: readonly Readonly<Record<string, unknown>>[];
  readonly messages?: BothMessages;
  register(http: Http, parts: AppParts): void;
}

/** Everything that answers under `/api`. A capability that serves something has its line here. */
const CAPABILITIES: readonly ServedCapability[] = [
  {
    name: "people",
    shapes: [peopleShapes, roleShapes, sessionShapes, teamShapes, keyShapes],
    messages: peopleMessages,
    register(http, { people }) {
      sessionRoutes(http, people);
      peopleRoutes(http, people);
      rolesRoutes(http, people);
    },
  },
  { name: "accounts", shapes: [accountShapes], messages: accountsMessages, register: (http) => accountsRoutes(http) },
  {
    name: "contacts",
    shapes: [contactShapes, membershipShapes],
    messages: contactsMessages,
    register(http) {
      contactsRoutes(http, recordsNamed);
      membershipsRoutes(http);
    },
  },
  {
    name: "rights",
    shapes: [rightShapes, territoryShapes],
    messages: rightsMessages,
    register(http, { people }) {
      const settled = (): void => people.signIn.directory.forget();
      rightsRoutes(http, settled);
      territoriesRoutes(http, settled);
    },
  },
  { name: "households", shapes: [householdShapes], messages: householdsMessages, register: householdsRoutes },
  { name: "privacy", shapes: [privacyShapes], messages: privacyMessages, register: privacyRoutes },
  {
    name: "identity",
    shapes: [identityShapes, duplicatePairShapes],
    messages: identityMessages,
    register: identityRoutes,
  },
  {
    name: "leads",
    shapes: [leadShapes, leadRowShapes, leadAnswerShapes],
    messages: leadsMessages,
    register: (http) => leadsRoutes(http, leadParts),
  },
  {
    name: "notifications",
    shapes: [notificationShapes],
    messages: notificationsMessages,
    register: (http) => notificationsRoutes(http),
  },
  { name: "audit", shapes: [auditShapes], messages: auditMessages, register: (http) => auditRoutes(http) },
  { name: "jobs", shapes: [jobShapes], messages: jobsMessages, register: (http) => jobsRoutes(http) },
  { name: "products", shapes: [productShapes], messages: productsMessages, register: (http) => productsRoutes(http) },
  {
    name: "campaigns",
    shapes: [campaignShapes],
    messages: campaignsMessages,
    register: (http) => campaignsRoutes(http),
  },
  {
    name: "opportunities",
    shapes: [opportunityShapes, opportunityTypeShapes],
    messages: opportunitiesMessages,
    register: (http) => opportunitiesRoutes(http, opportunityParts),
  },
  {
    name: "fields",
    shapes: [fieldShapes],
    messages: fieldsMessages,
    register: (http, { people }) => fieldsRoutes(http, () => people.signIn.directory.forget()),
  },
  {
    name: "activities",
    shapes: [activityShapes],
    messages: activitiesMessages,
    register: (http) => activitiesRoutes(http),
  },
  {
    name: "insights",
    shapes: [insightShapes],
    messages: insightsMessages,
    register: (http) => insightsRoutes(http),
  },
  {
    name: "imports",
    shapes: [importShapes, importSettingShapes],
    messages: importsMessages,
    register: (http) => importsRoutes(http),
  },
  {
    name: "enrichment",
    shapes: [enrichmentShapes],
    messages: enrichmentMessages,
    register: enrichmentRoutes,
  },
  {
    name: "exports",
    shapes: [exportShapes],
    messages: exportsMessages,
    register: (http) => exportsRoutes(http, exportParts),
  },
  {
    name: "bulk",
    shapes: [bulkShapes],
    messages: bulkMessages,
    register: (http) => bulkRoutes(http, bulkParts),
  },
  {
    name: "standards",
    shapes: [standardShapes, leadStandardShapes, leadScoreShapes],
    messages: standardsMessages,
    register: (http) => standardsRoutes(http),
  },
  {
    name: "routing",
    shapes: [routingShapes, routingRuleShapes],
    messages: routingMessages,
    register: (http) => routingRoutes(http),
  },
  { name: "capture", shapes: [captureShapes], messages: captureMessages, register: (http) => captureRoutes(http) },
  { name: "search", shapes: [searchShapes], messages: searchMessages, register: (http) => searchRoutes(http) },
  { name: "touches", shapes: [touchShapes, memberShapes], register: (http) => touchesRoutes(http, recordsNamed) },
  { name: "groups", shapes: [groupShapes], register: (http) => groupsRoutes(http) },
  { name: "timeline", shapes: [timelineShapes], register: (http) => timelineRoutes(http) },
  { name: "views", shapes: [viewShapes], register: (http) => viewsRoutes(http) },
  {
    name: "demo",
    shapes: [demoShapes],
    messages: demoMessages,
    register: (http, { people }) => demoRoutes(http, people),
  },
];

/** What other capabilities tell people: pools, what awaits somebody, the demo. */
const NEIGHBOURS: PeopleNeighbours = {
  readPools,
  readDemo: async (context) =>
    (await findDemoPeople(context))?.map((personId) => ({ personId, password: DEMO_PASSWORD })) ?? null,
};

export interface App {
  readonly app: FastifyInstance;
  readonly endpoints: readonly RegisteredEndpoint[];
  readonly phrases: Phrasebook;
}

/** The HTTP side of the house, ready to listen: the API, its description, live notices, and the pages when they are built. */
export async function createApp(foundation: Foundation): Promise<App> {
  const { house, connection, config, log, metrics } = foundation;
  const broadcasts = await listenToBroadcasts(connection, log);
  const people = await openPeople(house, NEIGHBOURS, broadcasts);
  const { doorkeeper } = people.signIn;
  const http = await openHttp({ house, doorkeeper, log, metrics, publicUrl: config.publicUrl });
  // First, so that a start that fails further down leaves nothing open either.
  http.app.addHook("onClose", async () => {
    await people.signIn.close();
    await broadcasts.stop();
  });
  try {
    nameShapes(problemShapes);
    for (const { name, shapes, messages, register } of CAPABILITIES) {
      nameShapes(...shapes);
      if (messages) http.phrases.add(messages);
      register({ ...http, capability: name }, { people, broadcasts });
    }
    serveHealthCheck(http.app, foundation.readHealth);
    serveMetrics(http.app, metrics);
    serveDocs(http.app);
    serveLive(http.app, { broadcasts, doorkeeper, metrics });
    await serveWeb(http, join(projectFolder(), "web", "dist"));
    await http.app.ready();
  } catch (error) {
    await http.app.close();
    throw error;
  }
  return { app: http.app, endpoints: http.endpoints, phrases: http.phrases };
}

/** The HTTP side of the house as the program starts and stops it. */
export async function openWebServer(foundation: Foundation): Promise<WebServer> {
  const { app } = await createApp(foundation);
  return {
    listen: async (host, port) => void (await app.listen({ host, port })),
    close: () => app.close(),
    closeConnections: () => app.server.closeAllConnections(),
  };
}
