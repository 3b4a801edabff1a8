import { TARGETS_OF } from "@tongzhou/contract/import-settings";
import type { ImportObject } from "@tongzhou/contract/import-settings";
import { ADDED_TARGET, SHARED_TARGETS, type ImportTarget, type MappedColumn } from "./import-target.ts";

/** Why a mapping cannot be imported by. */
export type MappingProblem =
  | { readonly code: "import_column_missing"; readonly column: number }
  | { readonly code: "import_target_twice"; readonly target: ImportTarget }
  | { readonly code: "import_target_of_leads" | "import_target_of_people"; readonly target: ImportTarget }
  | { readonly code: "import_nobody_mapped" | "import_no_company_mapped" };

const IDENTIFYING: readonly ImportTarget[] = ["mobile", "phone", "email", "memberId", "wechatUnion", "wechatId"];

/** What is wrong with a mapping for a file with so many columns; null when every row could become somebody. */
export function checkMapping(
  columns: readonly MappedColumn[],
  width: number,
  object: ImportObject = "lead",
): MappingProblem | null {
  const used = new Set<ImportTarget>();
  const filled = new Set<string | undefined>();
  for (const { column, target, fieldId } of columns) {
    if (column >= width) return { code: "import_column_missing", column };
    if (!TARGETS_OF[object].has(target))
      return { code: object === "contact" ? "import_target_of_leads" : "import_target_of_people", target };
    if (used.has(target) && !SHARED_TARGETS.has(target)) return { code: "import_target_twice", target };
    used.add(target);
    if (target !== ADDED_TARGET) continue;
    if (filled.has(fieldId)) return { code: "import_target_twice", target };
    filled.add(fieldId);
  }
  if (object === "account")
    return used.has("company") || used.has("creditCode") ? null : { code: "import_no_company_mapped" };
  const somebody = IDENTIFYING.some((target) => used.has(target)) || (used.has("name") && used.has("company"));
  return somebody ? null : { code: "import_nobody_mapped" };
}
