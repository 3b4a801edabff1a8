import { BRANCH_AT_END, BRANCH_PLACE_AT_END, HAN_FORM_INSIDE, PART_AT_END } from "./company-words.ts";
import { canonicalRegion, trailingRegion } from "./region-in-name.ts";

export interface SplitBranch {
  /** The company the branch belongs to, as the name says it. */
  parent: string;
  /** The branch in one spelling (上海市分行 and 上海分行 are 上海分行); null for the company itself. */
  branch: string | null;
}

const SHORTEST_PARENT = 2;
const BANK = /^(.{2,}?银行)(.+?)$/;
const LATIN_BRANCH =
  /^(.+?) ((?:\S+ ){0,4}(?:branch|branch office|representative office|rep office|liaison office|division))$/;
const LATIN_STRONG_FORM = /^(.*? (?:inc|ltd|limited|llc|corp|corporation|gmbh|plc|ag|sa|bv)) (.+)$/;

/**
 * Takes the branch off the name of a company (folded, simplified, without punctuation): what stands behind a legal form
 * and sounds like a part (有限公司北京研究所), behind the word bank, or ends in a word for a part with a place before it
 * (同舟科技华东分公司). A branch is a child of its parent and not its double.
 */
export function splitBranch(name: string): SplitBranch {
  if (LATIN_BRANCH.test(name)) return splitLatinBranch(name);
  if (!PART_AT_END.test(name) && !BRANCH_AT_END.test(name)) return { parent: name, branch: null };
  return splitAtForm(name) ?? splitAtBank(name) ?? splitAtEnding(name) ?? { parent: name, branch: null };
}

/** In 甲有限公司北京分公司 the parent ends with the last legal form that something stands behind. */
function splitAtForm(name: string): SplitBranch | null {
  let end = 0;
  for (const form of name.matchAll(HAN_FORM_INSIDE)) {
    const behind = form.index + form[0].length;
    // 集团 and 公司 inside a name end no parent unless a plain word for a branch follows: 美的集团电饭煲制造公司 is a company.
    const isLoose = form[0].length < 4;
    const tail = name.slice(behind);
    if (tail === "" || form.index < SHORTEST_PARENT) continue;
    if (
      isLoose
        ? BRANCH_AT_END.test(tail) && !tail.endsWith("项目公司")
        : !tail.endsWith("公司") || BRANCH_AT_END.test(tail)
    )
      end = behind;
  }
  if (end === 0) return null;
  return { parent: name.slice(0, end), branch: oneSpelling(name.slice(end)) };
}

function splitAtBank(name: string): SplitBranch | null {
  if (!BRANCH_AT_END.test(name)) return null;
  const [, parent, branch] = BANK.exec(name) ?? [];
  return parent === undefined || branch === undefined ? null : { parent, branch: oneSpelling(branch) };
}

function splitAtEnding(name: string): SplitBranch | null {
  const ending = BRANCH_AT_END.exec(name)?.[0];
  if (ending === undefined) return null;
  let parent = name.slice(0, -ending.length);
  // 同舟北京第一分公司, 同舟驻北京办事处: the place and the number belong to the branch.
  for (;;) {
    const place = BRANCH_PLACE_AT_END.exec(parent)?.[0].length ?? trailingRegion(parent)?.length ?? 0;
    const drive = parent.slice(0, parent.length - place).endsWith("驻") ? 1 : 0;
    if (place === 0 || parent.length - place - drive < SHORTEST_PARENT) break;
    parent = parent.slice(0, parent.length - place - drive);
  }
  if (parent.length < SHORTEST_PARENT) return null;
  return { parent, branch: oneSpelling(name.slice(parent.length)) };
}

/** 驻上海市办事处 → 上海办事处, 上海市分行 → 上海分行. */
function oneSpelling(branch: string): string {
  const text = branch.replace(/^驻/, "").trim();
  const ending = BRANCH_AT_END.exec(text)?.[0] ?? "";
  const place = ending === "" ? text : text.slice(0, -ending.length);
  const region = place === "" ? null : trailingRegion(place);
  return region?.length === place.length ? canonicalRegion(region.code) + ending : text;
}

function splitLatinBranch(name: string): SplitBranch {
  const [, formed, part] = LATIN_STRONG_FORM.exec(name) ?? [];
  if (formed !== undefined && part !== undefined) return { parent: formed, branch: part };
  // Without a legal form only the word right before "branch" is surely its place.
  const [, before = name, kind = ""] =
    /^(.+?) (branch|branch office|representative office|rep office|liaison office|division)$/.exec(name) ?? [];
  const place = before.lastIndexOf(" ");
  if (place < 0) return { parent: name, branch: null };
  return { parent: before.slice(0, place), branch: `${before.slice(place + 1)} ${kind}` };
}
