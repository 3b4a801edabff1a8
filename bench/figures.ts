// `npm run bench -- figures [--leads 1000000] [--touches 10] [--rounds 7]`: the funnel and the campaigns' results as people ask
// for them, over a house of so many leads. Bars of quality.md: usual periods and dimensions p95 ≤ 250 ms, any combination 3 s.
import { parseArgs } from "node:util";
import type { FunnelDimension } from "@tongzhou/contract/insights";
import { listFunnelRecords, showCampaignResults, showFunnel } from "../server/src/capabilities/insights/index.ts";
import { openPeople } from "../server/src/capabilities/people/index.ts";
import { readPools } from "../server/src/capabilities/leads/index.ts";
import type { Viewing } from "../server/src/platform/access/acting.ts";
import { Viewer } from "../server/src/platform/access/viewer.ts";
import { look } from "../server/src/platform/ledger/look.ts";
import { openFilledHouse } from "./open-filled-house.ts";
import { percentile } from "./percentile.ts";

const { values } = parseArgs({
  options: {
    leads: { type: "string", default: "1000000" },
    touches: { type: "string", default: "10" },
    rounds: { type: "string", default: "7" },
  },
});

const TODAY = "2025-11-21";
const PERIODS = { "30 days": "2025-10-23", "90 days": "2025-08-24", "365 days": "2024-11-22" };
const DIMENSIONS: readonly FunnelDimension[] = ["none", "campaign", "source", "team", "productLine"];
const USUAL = ["30 days", "90 days"];

const filled = await openFilledHouse(Number(values.leads), Number(values.touches));
try {
  const { signIn } = await openPeople(filled.house, { readPools });
  const snapshot = await signIn.directory.snapshot();
  const viewerNamed = (name: string): Viewer => {
    const person = [...snapshot.people.values()].find((one) => one.name === name);
    if (!person) throw new Error(`nobody is called ${name}`);
    return new Viewer(snapshot, person);
  };
  const usual: number[] = [];
  const any: number[] = [];
  const measure = async (
    name: string,
    isUsual: boolean,
    work: (viewing: Viewing) => Promise<unknown>,
    who: string,
  ): Promise<void> => {
    const viewer = viewerNamed(who);
    const taken: number[] = [];
    for (let round = 0; round < Number(values.rounds); round++) {
      const began = performance.now();
      await look(filled.house, "job", ({ tx, now }) => work({ tx, now, viewer } as Viewing));
      taken.push(performance.now() - began);
    }
    (isUsual ? usual : any).push(...taken);
    console.log(
      `${name.padEnd(44)} p50 ${percentile(taken, 0.5).toFixed(0).padStart(6)} ms   most ${Math.max(...taken)
        .toFixed(0)
        .padStart(6)} ms`,
    );
  };
  for (const who of ["何川", "陈浩"]) {
    for (const [period, from] of Object.entries(PERIODS)) {
      for (const reading of ["cohort", "flow"] as const) {
        for (const by of DIMENSIONS) {
          const isUsual = USUAL.includes(period) && who === "何川";
          await measure(
            `${who} ${reading} ${period} by ${by}`,
            isUsual,
            (viewing) => showFunnel(viewing, { reading, from, to: TODAY }, by),
            who,
          );
        }
      }
      const cell = { reading: "cohort", from, to: TODAY, step: "mql", column: "leads", limit: 50 } as const;
      await measure(`${who} records of a cell, ${period}`, false, (viewing) => listFunnelRecords(viewing, cell), who);
      const results = { reading: "cohort", from, to: TODAY, model: "w_shaped" } as const;
      await measure(
        `${who} campaign results, ${period}`,
        USUAL.includes(period),
        (viewing) => showCampaignResults(viewing, results),
        who,
      );
    }
  }
  console.log("");
  console.log(`figures usual p95 ${percentile(usual, 0.95).toFixed(0)} ms`);
  console.log(`figures any p95 ${percentile([...usual, ...any], 0.95).toFixed(0)} ms`);
} finally {
  await filled.close();
}
process.exit();
