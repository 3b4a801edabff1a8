import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import { projectFolder } from "../server/src/platform/project-folder.ts";

/** One of the lists of `lists.queries.md`. */
export interface NamedList {
  readonly name: string;
  /** The name of who looks. */
  readonly who: string;
  /** Whether its first filter has an index. */
  readonly indexed: boolean;
  readonly filter: RuleGroup;
  readonly search: string;
  readonly sort: string;
  /** The hand-written index, then `where … order by …`. */
  readonly handIndex: string;
  readonly handRest: string;
}

const SECTION = /^## (.+) \((\S+?)(, indexed)?\)\n+```json\n([\s\S]+?)```\n+```sql\n(.+;)\n([\s\S]+?)```/gm;

/** Reads the lists, with the placeholders put in. @param ids what stands for `:campaign` and `:line`, and by name for `:me`. */
export function readNamedLists(ids: {
  campaign: string;
  line: string;
  people: ReadonlyMap<string, string>;
}): NamedList[] {
  const text = readFileSync(join(projectFolder(), "bench", "lists.queries.md"), "utf8");
  return [...text.matchAll(SECTION)].map(([, name = "", who = "", indexed, json = "", handIndex = "", rest = ""]) => {
    const meant: Readonly<Record<string, string>> = {
      campaign: ids.campaign,
      line: ids.line,
      me: ids.people.get(who) ?? "",
    };
    const asked = JSON.parse(json.replaceAll(/:(campaign|line|me)\b/g, (_, word: string) => meant[word] ?? "")) as {
      filter: RuleGroup["rules"];
      search?: string;
      sort: string;
    };
    return {
      name,
      who,
      indexed: indexed !== undefined,
      filter: { combinator: "and", rules: asked.filter },
      search: asked.search ?? "",
      sort: asked.sort,
      handIndex,
      handRest: rest.replaceAll(/:(campaign|line|me)\b/g, (_, word: string) => `'${meant[word] ?? ""}'`),
    };
  });
}
