/** Words before an extension: 转 8012, 分机801, ext. 12, x12, #12, and RFC 3966's ;ext=12. */
const NAMED_EXTENSION = /^(.*\d[)\s]*?)\s*(?:[,;]?\s*(?:转|轉|分机|分機|extension|ext|x)\s*[.:=]?|[#,])\s*(\d{1,6})$/;
/** 021-62335566-8012: area code, a complete local number, then a dash or space and the extension. */
const DASHED_EXTENSION = /^((?:(?:\+|00)?86[\s-]*)?\(?0?(?:10|2\d|[3-9]\d{2})\)?[\s-]*\d{7,8})[\s-](\d{1,6})$/;
/** 400-820-8820-1: a hotline in its usual groups, then the extension. */
const HOTLINE_EXTENSION = /^([48]00[\s-]?(?:\d{3}[\s-]?\d{4}|\d{4}[\s-]?\d{3}))[\s-](\d{1,6})$/;

/** Parts a number (already folded to half width and lower case) from its extension. What has none comes back whole. */
export function cutExtension(text: string): { main: string; extension: string | null } {
  const found = NAMED_EXTENSION.exec(text) ?? DASHED_EXTENSION.exec(text) ?? HOTLINE_EXTENSION.exec(text);
  const main = found?.[1];
  const extension = found?.[2];
  if (main === undefined || extension === undefined) return { main: text, extension: null };
  return { main: main.trim(), extension };
}
