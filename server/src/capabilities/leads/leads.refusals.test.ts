import { beforeAll } from "vitest";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { openLeadHttp } from "./lead-http.fixture.ts";
import type { LeadHttp } from "./lead-http.fixture.ts";

let opened: LeadHttp;
let ofChenHao: string;
let inHisPool: string;
let toQualify: string;

beforeAll(async () => {
  opened = await openLeadHttp({ notices: false });
  ofChenHao = await opened.assigned("陈浩的", "陈浩");
  inHisPool = await opened.inPublicPool("华东公海");
  toQualify = await opened.toQualify("待清洗");
});

const as = (name: "王倩" | "陈浩" | "赵磊" | "孙悦" | "何川") => opened.http.as(opened.world.cast[name]);

const his = () => ({ leadIds: [ofChenHao] });
const waiting = () => ({ leadIds: [toQualify] });
const ALL = "everybody who may read leads at all reads their own; nothing of another team is in the answer";
testRefusals(() => opened.http, {
  "leads.listLeads": {
    mayNot: "every shipped role may read some leads, and the statement shows no others",
    wrongTeam: ALL,
  },
  "leads.countLeads": {
    mayNot: "every shipped role may read some leads, and the statement counts no others",
    wrongTeam: ALL,
  },
  "leads.listLeadFields": { mayNot: "every shipped role may filter the leads it sees", wrongTeam: ALL },
  "leads.today": { mayNot: "every shipped role may read leads, and it shows one's own alone", wrongTeam: ALL },
  "leads.showTeamLoad": {
    mayNot: () => ({ by: as("王倩"), input: {} }),
    wrongTeam: "whoever may give leads on sees whose leads they are; others' are not in the answer",
  },
  "leads.listRejectReasons": { mayNot: "the reasons of the standard are no secret among colleagues", wrongTeam: ALL },
  "leads.showLead": {
    mayNot: () => ({ by: as("孙悦"), input: { params: { leadId: ofChenHao } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { params: { leadId: ofChenHao } } }),
  },
  "leads.editLead": {
    mayNot: () => ({
      by: as("何川"),
      input: { params: { leadId: ofChenHao }, body: { note: { from: null, to: "记" } } },
    }),
    wrongTeam: () => ({
      by: as("王倩"),
      input: { params: { leadId: ofChenHao }, body: { note: { from: null, to: "记" } } },
    }),
  },
  "leads.acceptLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: his() } }),
    wrongTeam: () => ({ by: as("王倩"), input: { body: his() } }),
  },
  "leads.declineLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: { ...his(), reason: "not_ready" } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { body: { ...his(), reason: "not_ready" } } }),
  },
  "leads.disqualifyLeads": {
    mayNot: () => ({ by: as("孙悦"), input: { body: { ...his(), reason: "invalid" } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { body: { ...his(), reason: "invalid" } } }),
  },
  "leads.claimLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: { leadIds: [inHisPool] } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { body: { leadIds: [inHisPool] } } }),
  },
  "leads.takeLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: waiting() } }),
    wrongTeam: () => ({ by: as("陈浩"), input: { body: waiting() } }),
  },
  "leads.putBackLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: waiting() } }),
    wrongTeam: () => ({ by: as("陈浩"), input: { body: waiting() } }),
  },
  "leads.passOnLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: waiting() } }),
    wrongTeam: () => ({ by: as("陈浩"), input: { body: waiting() } }),
  },
  "leads.parkLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: { ...waiting(), until: "2026-03-01T00:00:00.000Z" } } }),
    wrongTeam: () => ({ by: as("陈浩"), input: { body: { ...waiting(), until: "2026-03-01T00:00:00.000Z" } } }),
  },
  "leads.assignLeads": {
    mayNot: () => ({ by: as("陈浩"), input: { body: { choice: waiting(), toId: opened.world.cast.王倩 } } }),
    wrongTeam: () => ({ by: as("赵磊"), input: { body: { choice: waiting(), toId: opened.world.cast.王倩 } } }),
  },
  "leads.previewAssignment": {
    mayNot: () => ({ by: as("陈浩"), input: { body: { choice: waiting(), toId: opened.world.cast.王倩 } } }),
    wrongTeam: "it says of leads out of reach only that they stay, which preview-leads.test.ts shows",
  },
  "leads.previewHandOver": {
    mayNot: () => ({ by: as("陈浩"), input: { params: { personId: opened.world.cast.王倩 } } }),
    wrongTeam: () => ({ by: as("赵磊"), input: { params: { personId: opened.world.cast.周敏 } } }),
  },
  "leads.handOverLeads": {
    mayNot: () => ({
      by: as("陈浩"),
      input: { body: { fromId: opened.world.cast.王倩, toId: opened.world.cast.陈浩 } },
    }),
    wrongTeam: () => ({
      by: as("赵磊"),
      input: { body: { fromId: opened.world.cast.周敏, toId: opened.world.cast.陈浩 } },
    }),
  },
});
