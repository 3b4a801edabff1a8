import { sortKey } from "../../../platform/text/sort-key.ts";

/** The key by which accounts are listed (`name_sort`): by pinyin read word by word (重庆银行 chong qing yin hang), then by character. */
export function sortCompanyName(name: string): string {
  return sortKey(name, "text");
}
