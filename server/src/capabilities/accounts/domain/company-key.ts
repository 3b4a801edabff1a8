import { foldText } from "../../../platform/text/clean-text.ts";

/** A space beside a Chinese character separates nothing; between Latin words it does (Ever Green is not Evergreen). */
const SPACE_BESIDE_HAN = / (?=[\p{Script=Han}()])|(?<=[\p{Script=Han}()]) /gu;
/** What people write when there is no company; a hundred of them are not one customer. */
const NO_COMPANY: ReadonlySet<string> = new Set(
  "个人 個人 个体 无 無 无公司 没有 暂无 未知 不详 保密 自由职业 自由职业者 个人用户 个人客户 待定 待补充 测试 - -- — / \\ . n/a na none null nil unknown individual private personal self self-employed freelance freelancer test".split(
    " ",
  ),
);

/**
 * The exact key under which a company is one account (`company_key`): NFKC, case and space folding, nothing weaker.
 * Null when the text names no company.
 */
export function companyKey(name: string): string | null {
  const folded = foldText(name);
  const key = folded.includes(" ") ? folded.replace(SPACE_BESIDE_HAN, "") : folded;
  return NO_COMPANY.has(key) || !/[\p{Letter}\p{Number}]/u.test(key) ? null : key;
}
