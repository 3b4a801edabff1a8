import { sortKey } from "../../../platform/text/sort-key.ts";

/** The key by which people are listed (`name_sort`): by pinyin with the surname read as one (单 shan), then by character. */
export function sortName(name: string): string {
  return sortKey(name, "person");
}
