import { CONTACTS_AN_ACCOUNT } from "./customer-tables.ts";
import { iso, mixed, pick, row } from "./house-frame.ts";
import type { Customers, HouseFrame, Sales, Table } from "./house-frame.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SOURCES = ["官网", "百度", "展会", "直播", "转介绍"];
const TOUCHES = [
  "visit",
  "visit",
  "visit",
  "content_view",
  "content_view",
  "form",
  "email_click",
  "event_seat",
  "reply",
  "meeting",
];
const CELLS = ["A1", "A2", "B1", "B2", "B3", "C2", "C3", "C4", "D3", "D4"];
/** Of a hundred leads so many stand in each stage, and the way there. */
const STORIES: readonly { readonly share: number; readonly way: readonly string[] }[] = [
  { share: 18, way: ["raw"] },
  { share: 30, way: ["raw", "nurturing"] },
  { share: 5, way: ["raw", "qualifying"] },
  { share: 2, way: ["raw", "nurturing", "mql", "assigned", "nurturing", "mql"] },
  { share: 6, way: ["raw", "mql", "assigned"] },
  { share: 2, way: ["raw", "mql", "assigned", "nurturing", "mql", "assigned"] },
  { share: 9, way: ["raw", "mql", "assigned", "sql"] },
  { share: 8, way: ["raw", "mql", "assigned", "sql", "converted"] },
  { share: 8, way: ["raw", "nurturing", "mql", "assigned", "sql", "converted", "won"] },
  { share: 12, way: ["raw", "qualifying", "disqualified"] },
];
const WAY_OF = STORIES.flatMap(({ share, way }) => Array.from({ length: share }, () => way));

/** A lead for every contact, with its way through the stages, who was asked, what was sold and how it is scored. */
export function leadTables(frame: HouseFrame, { accounts, contacts }: Customers): Sales {
  const { newId, first, count, all, now, days } = frame;
  const stories = Array.from({ length: count }, (_, place) => {
    const number = first + place;
    const way = pick(WAY_OF, mixed(number, 20));
    const captured = now - days * DAY_MS + Math.floor((number / all) * days * DAY_MS);
    const at = way.map((_stage, step) => Math.min(captured + step * (mixed(number, 30 + step) % 90) * HOUR_MS, now));
    const second = way.indexOf("nurturing", 2);
    return {
      number,
      id: newId(),
      contact: contacts[place] ?? "",
      account: accounts[Math.floor(place / CONTACTS_AN_ACCOUNT)] ?? "",
      way,
      at,
      captured,
      cycleOf: (step: number): number => (second !== -1 && step >= second ? 2 : 1),
      stage: way.findLast((stage) => stage !== "won") ?? "raw",
      rep: pick(frame.reps, mixed(number, 21)),
      line: number % 10 === 0 ? null : pick(frame.lines, mixed(number, 22)),
      campaign: number % 5 === 0 ? null : pick(frame.campaigns, mixed(number, 23)),
      opportunity: way.includes("converted") ? newId() : null,
      asked: newId(),
    };
  });
  const sold = stories.filter(({ opportunity }) => opportunity !== null);
  const asked = stories.filter(({ way }) => way.includes("assigned"));
  const reached = (story: (typeof stories)[number], stage: string): number =>
    story.at[story.way.lastIndexOf(stage)] ?? now;
  return {
    captured: stories.map(({ captured }) => captured),
    tables: [
      {
        name: "lead",
        columns: [
          "id",
          "contact_id",
          "home_contact_id",
          "account_id",
          "product_line_id",
          "campaign_id",
          "stage",
          "owner_id",
          "pool_id",
          "pool_kind",
          "cycle",
          "nurture_group",
          "reason",
          "source",
          "captured_at",
        ],
        lines: stories.map((story) => {
          const { stage } = story;
          const kind =
            { raw: "sdr", nurturing: "nurture", qualifying: null, mql: "triage", disqualified: "invalid" }[stage] ??
            null;
          const owner = stage === "qualifying" ? pick(frame.sdrs, story.number) : kind === null ? story.rep : null;
          return row(
            story.id,
            story.contact,
            story.contact,
            story.account,
            story.line,
            story.campaign,
            stage,
            owner,
            kind === null ? null : (frame.poolOf.get(kind) ?? ""),
            kind,
            story.cycleOf(story.way.length - 1),
            stage === "nurturing" ? pick(["warm", "cold"], story.number) : null,
            stage === "disqualified" ? "invalid" : null,
            pick(SOURCES, mixed(story.number, 24)),
            iso(story.captured),
          );
        }),
      },
      {
        name: "opportunity",
        columns: [
          "id",
          "name",
          "name_sort",
          "type_id",
          "stage_id",
          "account_id",
          "lead_id",
          "product_line_id",
          "owner_id",
          "amount",
          "opened_at",
          "outcome",
          "closed_at",
        ],
        lines: sold.map((story) => {
          const won = story.way.includes("won");
          const name = `${story.number} 号巡检项目`;
          return row(
            story.opportunity,
            name,
            name,
            frame.typeId,
            pick(frame.stageIds, mixed(story.number, 25)),
            story.account,
            story.id,
            story.line,
            story.rep,
            10_000_000 + (mixed(story.number, 26) % 90) * 1_000_000,
            iso(reached(story, "converted")),
            won ? "won" : null,
            won ? iso(reached(story, "won")) : null,
          );
        }),
      },
      {
        name: "opportunity_contact",
        columns: ["id", "opportunity_id", "contact_id", "home_contact_id"],
        lines: sold.map(({ opportunity, contact }) => row(newId(), opportunity, contact, contact)),
      },
      {
        name: "lifecycle_event",
        columns: [
          "id",
          "lead_id",
          "opportunity_id",
          "occurred_at",
          "recorded_at",
          "cycle",
          "table_row",
          "from_stage",
          "to_stage",
          "actor_kind",
        ],
        lines: (function* () {
          for (const { id, opportunity, way, at, cycleOf } of stories) {
            for (const [step, stage] of way.entries()) {
              const when = iso(at[step] ?? now);
              const won = stage === "won";
              yield row(
                newId(),
                won ? null : id,
                won ? opportunity : null,
                when,
                when,
                cycleOf(step),
                won ? "won" : "2",
                won ? (frame.stageIds[0] ?? "") : (way[step - 1] ?? null),
                stage,
                "system",
              );
            }
          }
        })(),
      },
      {
        name: "assignment",
        columns: ["id", "lead_id", "cycle", "owner_id", "assigned_at"],
        lines: asked.map((story) =>
          row(story.asked, story.id, story.cycleOf(story.way.length - 1), story.rep, iso(reached(story, "assigned"))),
        ),
      },
      {
        name: "assignment_end",
        columns: ["id", "assignment_id", "at", "outcome"],
        lines: asked

          .filter(({ stage }) => stage !== "assigned")
          .map((story) =>
            row(
              newId(),
              story.asked,
              iso(reached(story, "assigned") + HOUR_MS),
              story.way.includes("sql") ? "accepted" : "rejected",
            ),
          ),
      },
      {
        name: "lead_score",
        columns: [
          "lead_id",
          "standard_id",
          "fit",
          "engagement",
          "fit_grade",
          "engagement_grade",
          "cell",
          "destination",
          "scored_at",
          "scored_by",
        ],
        lines: stories.map(({ id, number, captured }) => {
          const cell = pick(CELLS, mixed(number, 27));
          return row(
            id,
            frame.standardId,
            mixed(number, 28) % 12,
            mixed(number, 29) % 900,
            cell[0] ?? "",
            cell[1] ?? "",
            cell,
            "nurture",
            iso(captured),
            frame.standardId,
          );
        }),
      },
    ],
  };
}

/** What these people did, in the weeks after they came. */
export function touchLines(frame: HouseFrame, { phones }: Customers, { captured }: Sales, each: number): Table {
  const { newId, first, now, campaigns } = frame;
  return {
    name: "touch",
    columns: ["id", "identifier_id", "at", "kind", "channel", "campaign_id", "title"],
    lines: (function* () {
      for (const [place, identifier] of phones.entries()) {
        for (let touch = 0; touch < each; touch++) {
          const number = (first + place) * each + touch;
          const at = Math.min((captured[place] ?? now) + touch * (mixed(number, 40) % 140) * HOUR_MS, now);
          const campaign = number % 3 === 0 ? pick(campaigns, mixed(number, 41)) : null;
          yield row(
            newId(),
            identifier,
            iso(at),
            pick(TOUCHES, mixed(number, 42)),
            pick(SOURCES, number),
            campaign,
            "巡检方案",
          );
        }
      }
    })(),
  };
}
